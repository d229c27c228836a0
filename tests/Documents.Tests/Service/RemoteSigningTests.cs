using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Emulation.Documents.Signing.Cms;
using Emulation.Documents.Tests.Signing;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Documents.Tests.Service;

/// <summary>Keys on tokens and at signing services: prepare, sign elsewhere, complete.</summary>
public sealed class RemoteSigningTests(SigningFixture service) : IClassFixture<SigningFixture>
{
    [Fact]
    public async Task Remote_PersonByHashAndAgencyByCms_IssuesTheDocument()
    {
        var (ward, person, agency) = await WardAsync();
        var id = await service.SubmittedAsync(ward);
        var prepared = await PrepareAsync(ward, id, "person", person);
        using var key = person.GetRSAPrivateKey()!;
        var signature = key.SignHash(Convert.FromBase64String((string)prepared["hashToSign"]!), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        await service.PostAsync(ward, $"/documents/{id}/signatures/{prepared["id"]}/complete", new { signature = Convert.ToBase64String(signature) });

        // No key of the agency here: the number is given, the signature is awaited.
        var numbered = await service.PostAsync(ward, $"/documents/{id}/issue");
        Assert.Equal("forSigning", (string)numbered["document"]!["state"]!);
        Assert.Equal("01/TTr-UBND", (string)numbered["document"]!["symbol"]!);

        prepared = await PrepareAsync(ward, id, "organisation", agency);
        var content = await service.As(ward).GetByteArrayAsync($"/documents/{id}/signatures/{prepared["id"]}/content");
        Assert.Equal((string)prepared["contentDigest"]!, Convert.ToBase64String(SHA256.HashData(content)));
        var done = await service.PostAsync(ward, $"/documents/{id}/signatures/{prepared["id"]}/complete", new { cms = Convert.ToBase64String(CmsSignature.Sign(content, agency, [])) });
        Assert.Equal("issued", (string)done["state"]!);
        Assert.Equal("valid", (string)(await service.SigningAsync(id, ward))["signatures"]!["outcome"]!);
    }

    [Fact]
    public async Task Complete_WithWhatDoesNotFit_IsRefusedAndNothingIsLost()
    {
        var (ward, person, agency) = await WardAsync();
        var id = await service.SubmittedAsync(ward);
        var prepared = await PrepareAsync(ward, id, "person", person);
        var path = $"/documents/{id}/signatures/{prepared["id"]}/complete";
        var content = await service.As(ward).GetByteArrayAsync($"/documents/{id}/signatures/{prepared["id"]}/content");
        async Task Refused(object body, int status, string code) => await (await service.As(ward).PostAsJsonAsync(path, body)).ProblemAsync(status, code);

        await Refused(new { }, 400, "EMU-0001");
        await Refused(new { cms = "AAAA", signature = "AAAA" }, 400, "EMU-0001");
        await Refused(new { cms = "không phải" }, 400, "EMU-0001");
        await Refused(new { cms = "AAAA" }, 400, "DOC-0031");
        await Refused(new { signature = Convert.ToBase64String(new byte[256]) }, 400, "DOC-0031");
        await Refused(new { cms = Convert.ToBase64String(CmsSignature.Sign(content, agency, [])) }, 400, "DOC-0031");
        await Refused(new { cms = Convert.ToBase64String(CmsSignature.Sign([1, 2, 3], person, [])) }, 400, "DOC-0031");
        await (await service.As(ward, "another-account", []).PostAsJsonAsync(path, new { cms = "AAAA" })).ProblemAsync(404, "DOC-0029");
        await service.PostAsync(ward, path, new { cms = Convert.ToBase64String(CmsSignature.Sign(content, person, [])) });
        await Refused(new { cms = Convert.ToBase64String(CmsSignature.Sign(content, person, [])) }, 409, "DOC-0021");
    }

    [Fact]
    public async Task Complete_AfterItsTime_Returns409()
    {
        var (ward, person, _) = await WardAsync();
        var id = await service.SubmittedAsync(ward);
        var prepared = await PrepareAsync(ward, id, "person", person);
        var before = service.Time.Now;
        try
        {
            service.Time.Now = before.AddMinutes(16);
            await (await service.As(ward).PostAsJsonAsync($"/documents/{id}/signatures/{prepared["id"]}/complete", new { signature = "AAAA" })).ProblemAsync(409, "DOC-0030");
        }
        finally
        {
            service.Time.Now = before;
        }
    }

    [Fact]
    public async Task Prepare_WithoutRight_IsRefused()
    {
        var (ward, person, agency) = await WardAsync();
        var id = await service.SubmittedAsync(ward);
        var body = new { role = "person", certificate = Convert.ToBase64String(person.RawData) };
        await (await service.As(ward, Policies.DocumentsRead, Policies.DocumentsIssue).PostAsJsonAsync($"/documents/{id}/signatures/prepare", body)).ProblemAsync(403, "EMU-0004");
        // Another account of the same unit does not sign in the leader's name.
        await (await service.As(ward, "another-account", []).PostAsJsonAsync($"/documents/{id}/signatures/prepare", body)).ProblemAsync(409, "DOC-0023");
        await (await service.As(ward).PostAsJsonAsync($"/documents/{id}/signatures/prepare", new { role = "person", certificate = Convert.ToBase64String(agency.RawData) })).ProblemAsync(409, "DOC-0023");
        await (await service.As(ward).PostAsJsonAsync($"/documents/{id}/signatures/prepare", new { role = "person", certificate = "rỗng" })).ProblemAsync(400, "DOC-0026");
        await (await service.As(ward).PostAsJsonAsync($"/documents/{id}/signatures/prepare", new { role = "organisation", certificate = Convert.ToBase64String(agency.RawData) })).ProblemAsync(409, "DOC-0021");
    }

    [Fact]
    public async Task Certificate_RevokedOrOfAStranger_SignsNoMore()
    {
        var (ward, person, _) = await WardAsync();
        var id = await service.SubmittedAsync(ward);
        var row = (await service.As(ward).GetAsync("/signing-certificates").OkAsync()).AsArray().Single(c => (string)c!["role"]! == "person")!;
        await service.PostAsync("31", $"/signing-certificates/{row["id"]}/revoke");
        await (await service.As("31").PostAsJsonAsync($"/signing-certificates/{row["id"]}/revoke", new { })).ProblemAsync(409, "DOC-0025");
        await (await service.As(ward).PostAsJsonAsync($"/documents/{id}/signatures/prepare", new { role = "person", certificate = Convert.ToBase64String(person.RawData) })).ProblemAsync(409, "DOC-0024");

        using var elsewhere = new Authority(fresh: true);
        object body = new { certificate = Convert.ToBase64String(elsewhere.Person.RawData), role = "person", unitCode = ward, holderName = "Người lạ", accountId = "x" };
        await (await service.As("31").PostAsJsonAsync("/signing-certificates", body)).ProblemAsync(409, "DOC-0027");
        await (await service.As(ward, Policies.DocumentsIssue).PostAsJsonAsync("/signing-certificates", body)).ProblemAsync(403, "EMU-0004");
    }

    private async Task<(string Ward, X509Certificate2 Person, X509Certificate2 Agency)> WardAsync()
    {
        var ward = service.NewWard();
        await service.RegisterAsync(ward, "Phường Thử Nghiệm");
        var (from, until) = (service.Time.Now.AddDays(-1), service.Time.Now.AddYears(1));
        var person = service.Authority.Issue("Vũ Hoàng Đăng", null, "hoach@example.vn", from, until);
        var agency = service.Authority.Issue("Ủy ban nhân dân", null, "ubnd@example.vn", from, until);
        await service.CertificateAsync(person, "person", ward, $"test-{ward}");
        await service.CertificateAsync(agency, "organisation", ward, null);
        return (ward, person, agency);
    }

    private Task<JsonNode> PrepareAsync(string ward, Guid id, string role, X509Certificate2 certificate) =>
        service.PostAsync(ward, $"/documents/{id}/signatures/prepare", new { role, certificate = Convert.ToBase64String(certificate.RawData) });
}
