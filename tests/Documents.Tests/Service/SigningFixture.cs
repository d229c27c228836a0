using Xunit;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Emulation.Documents.Signing.Cms;
using Emulation.Documents.Tests.Signing;
using Emulation.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Documents.Tests.Service;

/// <summary>The service with a development authority of its own, the tests' authority trusted beside it, and a time-stamping authority that a test can make fail.</summary>
public sealed class SigningFixture : DocumentsFixture
{
    /// <summary>A ward whose leader and agency have keys on the server.</summary>
    public const string Ward = "10532";

    private readonly string _folder = Directory.CreateTempSubdirectory("emulation-signing").FullName;
    private int _year = 2030;

    internal Authority Authority { get; } = new();

    internal FailingTimeStamps TimeStamps { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "roots"));
        await File.WriteAllBytesAsync(Path.Combine(_folder, "roots", "tests.crt"), Authority.Root.RawData);
        await base.InitializeAsync();
        await RegisterAsync(Ward, "Phường Lê Thanh Nghị");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Authority.Dispose();
        TimeStamps.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Signing:KeyFolder", Path.Combine(_folder, "keys"));
        builder.UseSetting("Signing:RootFolder", Path.Combine(_folder, "roots"));
        builder.UseSetting("Signing:DevAuthority", "true");
        builder.ConfigureServices(s => s.AddHttpClient<TimeStampClient>().ConfigurePrimaryHttpMessageHandler(() => TimeStamps));
        builder.ConfigureAppConfiguration((_, configuration) => configuration.Add(TimeStamps));
    }

    /// <summary>A draft Tờ trình of its own.</summary>
    internal async Task<Guid> NewDraftAsync(string ward = Ward)
    {
        var year = Interlocked.Increment(ref _year);
        await SubmitAsync(Snapshot(ward) with { Year = year });
        return (Guid)Assert.Single(await ListAsync(ward, $"year={year}"))["id"]!;
    }

    internal async Task<Guid> SubmittedAsync(string ward = Ward)
    {
        var id = await NewDraftAsync(ward);
        await PostAsync(ward, $"/documents/{id}/signing", new { signerName = "Vũ Hoàng Đăng" });
        return id;
    }

    internal Task<JsonNode> PostAsync(string ward, string path, object? body = null) => As(ward).PostAsJsonAsync(path, body ?? new { }).OkAsync();

    internal Task<JsonNode> SigningAsync(Guid id, string ward = Ward) => As(ward).GetAsync($"/documents/{id}/signatures").OkAsync();

    internal Task<JsonNode> CertificateAsync(X509Certificate2 certificate, string role, string unit, string? account) => PostAsync("31", "/signing-certificates", new
    {
        certificate = Convert.ToBase64String(certificate.RawData), role, unitCode = unit, holderName = role == "person" ? "Vũ Hoàng Đăng" : "Ủy ban nhân dân", accountId = account,
    });
}

/// <summary>No address, until a test asks for one that does not answer.</summary>
internal sealed class FailingTimeStamps : HttpMessageHandler, Microsoft.Extensions.Configuration.IConfigurationSource
{
    private readonly Settings _settings = new();

    public bool Asked
    {
        set => _settings.Set("Signing:TimeStampUrl", value ? "http://tsa.test/" : "");
    }

    public Microsoft.Extensions.Configuration.IConfigurationProvider Build(Microsoft.Extensions.Configuration.IConfigurationBuilder builder) => _settings;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new HttpRequestException("The authority is away.");

    private sealed class Settings : Microsoft.Extensions.Configuration.ConfigurationProvider;
}
