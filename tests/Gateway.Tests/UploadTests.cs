using System.Net.Http.Headers;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Emulation.Gateway.Tests;

/// <summary>Files against a real server with the limit of an ordinary body, as every service has it.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private const string Type = "application/x-test";
    private readonly HttpClient _client = new() { BaseAddress = new Uri($"http://127.0.0.1:{Ports.Free()}") };
    private WebApplication? _service;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(_client.BaseAddress!.ToString()).ConfigureKestrel(k => k.Limits.MaxRequestBodySize = Extensions.MaxBody);
        builder.Services.AddErrors();
        _service = builder.Build();
        _service.UseErrors();
        _service.MapPost("/files/workbook", (UploadedFile file) => file.Problem is { } problem ? (IResult)problem.Result() : TypedResults.Ok(file.Content.Length)).TakesFile(Type);
        await _service.StartAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task File_LargerThanAnOrdinaryBody_IsTakenUpToItsOwnLimit(bool asForm)
    {
        Assert.Equal(UploadedFile.MaxBytes, (int)await SendAsync(UploadedFile.MaxBytes, asForm).OkAsync());
        await (await SendAsync(UploadedFile.MaxBytes + 1, asForm)).ProblemAsync(413, "EMU-0009");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_service is not null)
            await _service.DisposeAsync();
    }

    private Task<HttpResponseMessage> SendAsync(int size, bool asForm)
    {
        var file = new ByteArrayContent(new byte[size]);
        file.Headers.ContentType = new MediaTypeHeaderValue(Type);
        return _client.PostAsync("/files/workbook", asForm ? new MultipartFormDataContent { { file, "file", "tệp.xlsx" } } : file);
    }
}
