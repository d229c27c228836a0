using System.Buffers.Binary;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace Emulation.AppHost.Local.Dashboard;

/// <summary>The little of gRPC that the dashboard needs: length-prefixed messages over HTTP/2 with a status trailer.</summary>
internal static class GrpcFrames
{
    private const int PrefixLength = 5;
    private const int LargestRequest = 1024 * 1024;

    public static async Task<T> ReadAsync<T>(HttpRequest request, MessageParser<T> parser) where T : IMessage<T>
    {
        var prefix = new byte[PrefixLength];
        await request.Body.ReadExactlyAsync(prefix, request.HttpContext.RequestAborted);
        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix.AsSpan(1));
        if (prefix[0] != 0 || length > LargestRequest) throw new BadHttpRequestException("Compressed or too large.");
        var message = new byte[length];
        await request.Body.ReadExactlyAsync(message, request.HttpContext.RequestAborted);
        return parser.ParseFrom(message);
    }

    /// <summary>Sends the headers at once: the dashboard counts a stream without them as a lost connection.</summary>
    public static async Task OpenAsync(HttpResponse response)
    {
        response.ContentType = "application/grpc";
        response.DeclareTrailer("grpc-status");
        await response.StartAsync(response.HttpContext.RequestAborted);
        await response.Body.FlushAsync(response.HttpContext.RequestAborted);
    }

    public static async Task WriteAsync(HttpResponse response, IMessage message)
    {
        var length = message.CalculateSize();
        var frame = new byte[PrefixLength + length];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)length);
        message.WriteTo(frame.AsSpan(PrefixLength));
        await response.Body.WriteAsync(frame, response.HttpContext.RequestAborted);
        await response.Body.FlushAsync(response.HttpContext.RequestAborted);
    }

    public static void Close(HttpResponse response) => response.AppendTrailer("grpc-status", "0");
}
