using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Emulation.ServiceDefaults;

/// <summary>A file sent as the body itself, or as the one file of a form.</summary>
public sealed class UploadedFile
{
    /// <summary>Largest file, in bytes, where the route names no other limit.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>A form has some words of its own around the file.</summary>
    public const int FormOverhead = 64 * 1024;

    /// <summary>Largest request that carries one.</summary>
    public const int MaxBody = MaxBytes + FormOverhead;

    private UploadedFile(byte[] content, string? name, Problem? problem) => (Content, Name, Problem) = (content, FileSafety.Name(name), problem);

    /// <summary>Name the sender gave the file in a form, or as the query says it (<c>?name=</c>); fit to be kept.</summary>
    public string Name { get; }

    /// <summary>The bytes of the file.</summary>
    public byte[] Content { get; }

    /// <summary>Why there is no file to look at; null when there is one.</summary>
    public Problem? Problem { get; }

    /// <summary>What the file is known by to an Idempotency-Key: the boundary of a form differs each time, the file does not.</summary>
    internal string Hash => Convert.ToHexString(SHA256.HashData(Content));

    /// <summary>Called by the framework.</summary>
    public static async ValueTask<UploadedFile?> BindAsync(HttpContext context)
    {
        var request = context.Request;
        var largest = context.GetEndpoint()?.Metadata.GetMetadata<FileLimit>()?.Bytes ?? MaxBytes;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = largest + FormOverhead;
        try
        {
            return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
                ? await OfForm(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), request.Body, largest, context.RequestAborted)
                : await Read(request.Body, request.Query["name"], largest, context.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return Bad("Biểu mẫu gửi tệp (multipart/form-data) bị hỏng.");
        }
    }

    private static async Task<UploadedFile> OfForm(string boundary, Stream body, int largest, CancellationToken cancellationToken)
    {
        if (boundary.Length is 0 or > 100)
            return Bad("Biểu mẫu gửi tệp (multipart/form-data) thiếu dấu phân cách.");
        var form = new MultipartReader(boundary, body);
        if (await form.ReadNextSectionAsync(cancellationToken) is not { } section || section.AsFileSection() is not { FileStream: { } stream } part)
            return Bad("Biểu mẫu phải có đúng một tệp.");
        var file = await Read(stream, part.FileName, largest, cancellationToken);
        return file.Problem is null && await form.ReadNextSectionAsync(cancellationToken) is not null ? Bad("Biểu mẫu phải có đúng một tệp, không có trường nào khác.") : file;
    }

    private static async Task<UploadedFile> Read(Stream stream, string? name, int largest, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (whole.Length + read > largest)
                return new UploadedFile([], name, CommonProblems.TooLarge.With($"Tệp tối đa {largest / 1024 / 1024} MB."));
            whole.Write(buffer, 0, read);
        }
        return whole.Length == 0 ? Bad("Yêu cầu không kèm tệp nào.") : new UploadedFile(whole.ToArray(), name, null);
    }

    private static UploadedFile Bad(string detail) => new([], null, CommonProblems.Invalid.With(detail));
}

/// <summary>Largest file that a route takes.</summary>
internal sealed record FileLimit(int Bytes);

public static class UploadRoutes
{
    /// <summary>The route takes one <see cref="UploadedFile"/> of a type, as the body itself or in a form; other types are 415.</summary>
    /// <remarks>The gateway's route to it names the larger limit (<c>MaxBody</c>).</remarks>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder route, string contentType) => route.TakesFile([contentType], UploadedFile.MaxBytes);

    /// <summary>The route takes one <see cref="UploadedFile"/> of one of several types, up to a size of its own.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder route, string[] contentTypes, int largest) => route
        .WithMetadata(new AcceptsMetadata([.. contentTypes, "multipart/form-data"], typeof(IFormFile)), new FileLimit(largest))
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
}
