package com.emlyon.connect.app.websocket;

import com.emlyon.connect.app.connection.ObservableChannel;
import jakarta.servlet.http.WebConnection;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerEndpointConfig;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.websocket.Transformation;
import org.apache.tomcat.websocket.server.WsHandshakeRequest;
import org.apache.tomcat.websocket.server.WsHttpUpgradeHandler;
import org.apache.tomcat.websocket.server.WsServerContainer;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's WebSocket connection, with frames that are checked. Tomcat creates one per connection, and requires a public
 * class.
 */
public final class CheckedUpgradeHandler extends WsHttpUpgradeHandler {

    private final FrameHeads heads = new FrameHeads();
    private @Nullable SocketWrapperBase<?> connection;

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
        connection = wrapper;
        super.setSocketWrapper(wrapper);
    }

    @Override
    public void preInit(
            ServerEndpointConfig config,
            WsServerContainer container,
            WsHandshakeRequest request,
            List<Extension> extensions,
            @Nullable String protocol,
            @Nullable Transformation transformation,
            Map<String, String> pathParameters,
            boolean secure) {
        super.preInit(
                config,
                container,
                request,
                extensions,
                protocol,
                new CheckedFrames(transformation == null ? null : AgreedCompression.inPlaceOf(transformation), heads),
                pathParameters,
                secure);
    }

    /**
     * The first frames may have arrived together with the handshake; Tomcat has put them back into its buffer, to be
     * read next.
     */
    @Override
    public void init(WebConnection upgraded) {
        if (connection != null && connection.getSocket() instanceof ObservableChannel channel) {
            heads.take(putBack(connection.getSocketBufferHandler()));
            channel.observe(heads::take);
        }
        super.init(upgraded);
    }

    private static ByteBuffer putBack(SocketBufferHandler buffers) {
        buffers.configureReadBufferForRead();
        return buffers.getReadBuffer().duplicate();
    }
}
