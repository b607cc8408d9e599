package com.emlyon.connect.app.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.ChangeAvatar;
import com.emlyon.connect.app.avatar.AvatarNotKept;
import com.emlyon.connect.app.avatar.AvatarStore;
import com.emlyon.connect.app.avatar.FormerAvatars;
import com.emlyon.connect.app.fields.BodyDigest;
import com.emlyon.connect.app.idempotency.KeyClaimedByRoute;
import com.emlyon.connect.app.idempotency.KeyedRequest;
import com.emlyon.connect.app.web.Commands;
import com.emlyon.connect.app.web.DoneWith;
import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.connect.app.web.Texts;
import com.emlyon.connect.query.Projections;
import com.emlyon.platform.eventstore.append.WriteNotStored;
import com.emlyon.platform.eventstore.refusal.Refused;
import com.emlyon.platform.images.PictureProcessor;
import com.emlyon.platform.images.format.NotAPicture;
import com.emlyon.platform.images.format.UnsupportedFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Encoding;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The upload of the caller's own picture. */
@RestController
@Tag(name = "Users")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
class AvatarController {

    private static final String FIELD = "avatar";
    private static final Pattern PICTURE_LABEL = Pattern.compile("jpeg|jpg|png|gif|webp", Pattern.CASE_INSENSITIVE);

    private final UploadLimiter uploadLimiter;
    private final PictureProcessor processor;
    private final AvatarStore store;
    private final Accounts accounts;
    private final Commands commands;
    private final KeyedRequest keyed;
    private final Texts texts;
    private final Clock clock;

    AvatarController(
            UploadLimiter uploadLimiter,
            PictureProcessor processor,
            AvatarStore store,
            Accounts accounts,
            Commands commands,
            KeyedRequest keyed,
            Texts texts,
            Clock clock) {
        this.uploadLimiter = uploadLimiter;
        this.processor = processor;
        this.store = store;
        this.accounts = accounts;
        this.commands = commands;
        this.keyed = keyed;
        this.texts = texts;
        this.clock = clock;
    }

    @Operation(operationId = "changeAvatar", summary = "Changes one's picture")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(implementation = AvatarForm.class),
                            encoding =
                                    @Encoding(
                                            name = AvatarController.FIELD,
                                            contentType = "image/jpeg, image/png, image/gif, image/webp")))
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "upload.missing")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "upload.misplaced")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "upload.notAPicture")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "upload.otherFormat", parts = "HEIC")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "upload.video")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "upload.empty")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "upload.damaged")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "upload.broken")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "upload.tooManyParts")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "upload.nameTooLong")
    @FailsWith(status = HttpStatus.CONTENT_TOO_LARGE, text = "upload.tooLarge")
    @FailsWith(status = HttpStatus.CONTENT_TOO_LARGE, text = "upload.tooManyPixels")
    @FailsWith(status = HttpStatus.SERVICE_UNAVAILABLE, text = "busy")
    @FailsWith(status = HttpStatus.SERVICE_UNAVAILABLE, text = "upload.storageUnavailable")
    @FailsWith(status = HttpStatus.INSUFFICIENT_STORAGE, text = "upload.storageFull")
    @KeyClaimedByRoute
    @PostMapping("/api/users/me/avatar")
    DoneWith<Profile> upload(
            @AuthenticationPrincipal AccountId me, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Profile profile = Profile.of(accounts.own(me));
        // Held until the request is answered, because the request keeps in memory what was read of it for that long.
        try (UploadLimiter.Upload upload = uploadLimiter.admit(me)) {
            MultipartFile file = onlyFile(request);
            keyed.claim(request, digestOf(file));
            String path = keep(file);
            DoneWith<Profile> answer = DoneWith.saying(texts.of("account.avatarUpdated"), profile.shownAs(path));
            keyed.answerWithFacts(answer);
            change(me, path, response);
            return answer;
        }
    }

    /**
     * Digests the file, its name and its content type, but not the multipart boundary, which may differ when a client
     * repeats the request.
     */
    private static byte[] digestOf(MultipartFile file) throws IOException {
        MessageDigest digest = BodyDigest.newDigest();
        digest.update(String.valueOf(file.getOriginalFilename()).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(String.valueOf(file.getContentType()).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        try (InputStream content = file.getInputStream();
                OutputStream digested = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            content.transferTo(digested);
        }
        return digest.digest();
    }

    private void change(AccountId me, String path, HttpServletResponse response) {
        try {
            commands.send(
                    me,
                    new ChangeAvatar(me, path, clock.instant()),
                    response,
                    Projections.ACCOUNTS,
                    FormerAvatars.NAME);
        } catch (Refused | WriteNotStored notChanged) {
            store.delete(path);
            throw notChanged;
        }
    }

    private static MultipartFile onlyFile(HttpServletRequest request) {
        if (!(request instanceof MultipartHttpServletRequest upload)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "upload.missing");
        }
        MultiValueMap<String, MultipartFile> files = upload.getMultiFileMap();
        if (files.isEmpty()) {
            throw new Problem(HttpStatus.BAD_REQUEST, "upload.missing");
        }
        List<MultipartFile> avatars = files.getOrDefault(FIELD, List.of());
        if (files.size() > 1 || avatars.size() != 1) {
            throw new Problem(HttpStatus.BAD_REQUEST, "upload.misplaced");
        }
        MultipartFile file = avatars.getFirst();
        if (!isLabelledAsPicture(file)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "upload.notAPicture");
        }
        return file;
    }

    /**
     * The API contract requires these labels, but they decide nothing: the picture processor determines the format from the bytes.
     */
    private static boolean isLabelledAsPicture(MultipartFile file) {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        String extension = name.contains(".") ? name.substring(name.lastIndexOf('.')) : "";
        String type = Objects.requireNonNullElse(file.getContentType(), "");
        return PICTURE_LABEL.matcher(extension).find()
                && PICTURE_LABEL.matcher(type).find();
    }

    private String keep(MultipartFile file) throws IOException {
        try {
            return store.keep(processor.process(file.getBytes()));
        } catch (AvatarNotKept failure) {
            throw failure.isStorageFull()
                    ? new Problem(HttpStatus.INSUFFICIENT_STORAGE, "upload.storageFull")
                    : new Problem(HttpStatus.SERVICE_UNAVAILABLE, "upload.storageUnavailable");
        } catch (NotAPicture refused) {
            throw switch (refused.reason()) {
                case EMPTY -> new Problem(HttpStatus.BAD_REQUEST, "upload.empty");
                case UNKNOWN_FORMAT -> unknownFormat(refused);
                case BROKEN -> new Problem(HttpStatus.BAD_REQUEST, "upload.damaged");
                case TOO_LARGE -> new Problem(HttpStatus.CONTENT_TOO_LARGE, "upload.tooManyPixels");
            };
        }
    }

    private static Problem unknownFormat(NotAPicture refused) {
        return refused.format()
                .map(format -> format == UnsupportedFormat.VIDEO
                        ? new Problem(HttpStatus.BAD_REQUEST, "upload.video")
                        : new Problem(HttpStatus.BAD_REQUEST, "upload.otherFormat", format.title()))
                .orElseGet(() -> new Problem(HttpStatus.BAD_REQUEST, "upload.notAPicture"));
    }
}
