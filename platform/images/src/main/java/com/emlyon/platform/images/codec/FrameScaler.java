package com.emlyon.platform.images.codec;

import com.emlyon.platform.images.structure.ImageStructure;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import javax.imageio.IIOImage;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/**
 * Scales the frames of a GIF by leaving pixels out. Palettes, transparency, timing and disposal stay as they are. Each
 * frame leaves out the same pixels of the screen, so frames still fit on each other.
 */
final class FrameScaler {

    private static final String FRAME_FORMAT = "javax_imageio_gif_image_1.0";
    private static final String SCREEN_FORMAT = "javax_imageio_gif_stream_1.0";

    /** For each column of the scaled screen, the column of the picture that it shows. */
    private final int[] columns;

    private final int[] rows;

    FrameScaler(ImageStructure structure, PictureScaler scaler) {
        this.columns = picked(structure.width(), scaler.scaled(structure.width(), structure));
        this.rows = picked(structure.height(), scaler.scaled(structure.height(), structure));
    }

    private static int[] picked(int from, int to) {
        int[] picked = new int[to];
        for (int i = 0; i < to; i++) {
            picked[i] = (int) ((i + 0.5) * from / to);
        }
        return picked;
    }

    /** Copies the description of a screen, with the new size. */
    void describe(IIOMetadata screen, IIOMetadata scaled) throws IIOInvalidTreeException {
        IIOMetadataNode tree = (IIOMetadataNode) screen.getAsTree(SCREEN_FORMAT);
        IIOMetadataNode descriptor = (IIOMetadataNode)
                tree.getElementsByTagName("LogicalScreenDescriptor").item(0);
        descriptor.setAttribute("logicalScreenWidth", String.valueOf(columns.length));
        descriptor.setAttribute("logicalScreenHeight", String.valueOf(rows.length));
        scaled.setFromTree(SCREEN_FORMAT, tree);
    }

    /** Scales a frame, and describes its new size and position. A frame that would have no pixel left keeps one. */
    IIOImage scale(BufferedImage frame, IIOMetadata description, IIOMetadata scaled) throws IIOInvalidTreeException {
        IIOMetadataNode tree = (IIOMetadataNode) description.getAsTree(FRAME_FORMAT);
        IIOMetadataNode descriptor = descriptor(tree);
        int left = number(descriptor, "imageLeftPosition");
        int top = number(descriptor, "imageTopPosition");
        Span across = Span.of(columns, left, frame.getWidth());
        Span down = Span.of(rows, top, frame.getHeight());
        descriptor.setAttribute("imageLeftPosition", String.valueOf(across.start()));
        descriptor.setAttribute("imageTopPosition", String.valueOf(down.start()));
        descriptor.setAttribute("imageWidth", String.valueOf(across.length()));
        descriptor.setAttribute("imageHeight", String.valueOf(down.length()));
        scaled.setFromTree(FRAME_FORMAT, tree);
        return new IIOImage(scaled(frame, left, top, across, down), null, scaled);
    }

    /** Returns the position of a frame on the screen. */
    static int[] leftAndTop(IIOMetadata description) {
        IIOMetadataNode descriptor = descriptor((IIOMetadataNode) description.getAsTree(FRAME_FORMAT));
        return new int[] {number(descriptor, "imageLeftPosition"), number(descriptor, "imageTopPosition")};
    }

    private BufferedImage scaled(BufferedImage frame, int left, int top, Span across, Span down) {
        Raster from = frame.getRaster();
        WritableRaster to = frame.getColorModel().createCompatibleWritableRaster(across.length(), down.length());
        int[] row = new int[from.getWidth()];
        int[] picked = new int[across.length()];
        for (int y = 0; y < down.length(); y++) {
            int source = Math.clamp(rows[down.start() + y] - (long) top, 0, from.getHeight() - 1);
            from.getSamples(0, source, from.getWidth(), 1, 0, row);
            for (int x = 0; x < picked.length; x++) {
                picked[x] = row[Math.clamp(columns[across.start() + x] - (long) left, 0, row.length - 1)];
            }
            to.setSamples(0, y, picked.length, 1, 0, picked);
        }
        return new BufferedImage(frame.getColorModel(), to, false, null);
    }

    private static IIOMetadataNode descriptor(IIOMetadataNode frame) {
        return (IIOMetadataNode) frame.getElementsByTagName("ImageDescriptor").item(0);
    }

    private static int number(IIOMetadataNode node, String attribute) {
        return Integer.parseInt(node.getAttribute(attribute));
    }

    /** The range of the picked rows or columns that lie on a frame. */
    private record Span(int start, int length) {

        static Span of(int[] picked, int first, int count) {
            int start = 0;
            while (start < picked.length - 1 && picked[start] < first) {
                start++;
            }
            int end = start + 1;
            while (end < picked.length && picked[end] < first + count) {
                end++;
            }
            return new Span(start, end - start);
        }
    }
}
