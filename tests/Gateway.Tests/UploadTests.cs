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
        builder.WebHost.UseUrls(_client.BaseAddress!.ToString());
        builder.AddServiceDefaults("uploads");
        builder.Logging.ClearProviders();
        _service = builder.Build();
        _service.UseServiceDefaults();
        _service.MapPost("/files/workbook", (UploadedFile file) => file.Problem is { } problem ? (IResult)problem.Result() : TypedResults.Ok(file.Content.Length)).TakesFile(Type).AllowAnonymous();
        _service.MapPost("/index-sets/workbook", (UploadedFile file) => file.Content.Length).TakesFile(Type).AllowAnonymous();
        _service.MapPost("/evidence", () => CommonProblems.Forbidden.Result()).AllowAnonymous();
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

    // A refusal that comes before the file is read must reach who sends it, not break the way through the gateway.
    [Theory]
    [InlineData("/api/index-sets/workbook", 415, "EMU-0010")]
    [InlineData("/api/evidence", 403, "EMU-0004")]
    public async Task File_RefusedUnread_IsAnsweredThroughTheGatewayWithTheRefusal(string path, int status, string code)
    {
        await using var gateway = new Before(_client.BaseAddress!);
        await gateway.InitializeAsync();
        using var client = gateway.As("31");
        for (var i = 0; i < 5; i++)
        {
            var file = new ByteArrayContent(new byte[9 * 1024 * 1024]);
            file.Headers.ContentType = new MediaTypeHeaderValue("application/x-other");
            await (await client.PostAsync(path, file)).ProblemAsync(status, code);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_service is not null)
            await _service.DisposeAsync();
    }

    private sealed class Before(Uri service) : GatewayFixture
    {
        protected override IEnumerable<string> Settings => [$"--services:scoring:http:0={service}"];
    }

    private Task<HttpResponseMessage> SendAsync(int size, bool asForm)
    {
        var file = new ByteArrayContent(new byte[size]);
        file.Headers.ContentType = new MediaTypeHeaderValue(Type);
        return _client.PostAsync("/files/workbook", asForm ? new MultipartFormDataContent { { file, "file", "tệp.xlsx" } } : file);
    }
}
