using System.Text.Json.Nodes;
using Emulation.Documents.Certificates;
using Emulation.Documents.Tests.Rendering;
using Emulation.Documents.Verification;
using Xunit;

namespace Emulation.Documents.Tests.Certificates;

/// <summary>The form is data: an installation and each unit may have its own; what cannot be printed stops the start and says where.</summary>
public sealed class TemplateTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "certificate-templates");
    private readonly string _own = Directory.CreateTempSubdirectory("templates").FullName;

    public void Dispose() => Directory.Delete(_own, recursive: true);

    [Fact]
    public void For_UnitWithATemplateOfItsOwn_TakesIt_OthersTheCommonOne()
    {
        Write("giay-khen-cua-phuong.json", t => (t["code"], t["unitCode"]) = ("giay-khen-cua-phuong", "10532"));
        var templates = new CertificateTemplates(Shipped, _own);
        Assert.Equal("giay-khen-cua-phuong", templates.For("10532", "Giấy khen của Chủ tịch").First().Code);
        Assert.Equal("giay-khen-hoi-van", templates.For("10549", "Giấy khen của Chủ tịch").First().Code);
        Assert.DoesNotContain(templates.For("10549", "Giấy khen"), t => t.UnitCode is not null);
        Assert.Equal("bang-khen-song-nuoc", templates.For("31", "Bằng khen của Chủ tịch Ủy ban nhân dân thành phố").First().Code);
        Assert.Empty(templates.For("31", "Cờ thi đua của Ủy ban nhân dân thành phố"));
    }

    [Fact]
    public void Folder_SameFileName_TakesThePlaceOfTheShippedOne()
    {
        Write("giay-khen-hoi-van.json", t => t["name"] = "Giấy khen của thành phố");
        var templates = new CertificateTemplates(Shipped, _own);
        Assert.Equal("Giấy khen của thành phố", templates.All.Single(t => t.Code == "giay-khen-hoi-van").Name);
        Assert.Equal(4, templates.All.Count);
    }

    [Theory]
    [InlineData("colour", "borders[0].colour: cần màu dạng #RRGGBB")]
    [InlineData("brace", "boxes[4].lines[0].text: không có tên {hoTen}")]
    [InlineData("outside", "boxes[0]: nằm ngoài trang 297 × 210 mm")]
    [InlineData("asset", "emblem.asset: không đọc được tệp khong-co.json")]
    [InlineData("escape", "emblem.asset: không đọc được tệp ../x.json")]
    [InlineData("minSize", "boxes[4].lines[0].minSize: từ 6 pt đến cỡ chữ 25 pt")]
    [InlineData("missing", "boxes: thiếu dòng có {order}")]
    [InlineData("motto", "boxes: thiếu Quốc hiệu")]
    [InlineData("unknown", "không đúng cấu trúc tại $.vien")]
    [InlineData("qr", "qr.size: nhỏ hơn 15 mm")]
    public void Template_WithAMistake_StopsTheStartAndNamesThePlace(string mistake, string said)
    {
        Write("sai.json", t =>
        {
            t["code"] = "sai";
            var lines = t["boxes"]!;
            _ = mistake switch
            {
                "colour" => t["borders"]![0]!["colour"] = "đỏ",
                "brace" => lines[4]!["lines"]![0]!["text"] = "{name} {hoTen}",
                "outside" => lines[0]!["left"] = 200,
                "asset" => t["emblem"]!["asset"] = "khong-co.json",
                "escape" => t["emblem"]!["asset"] = "../x.json",
                "minSize" => lines[4]!["lines"]![0]!["minSize"] = 30,
                "missing" => lines[5]!["lines"]![1]!["text"] = "Số sổ vàng",
                "motto" => lines[0]!["lines"]![0]!["text"] = "VIỆT NAM",
                "qr" => t["qr"]!["size"] = 10,
                _ => t["vien"] = 1,
            };
        });
        var refused = Assert.Throws<InvalidDataException>(() => new CertificateTemplates(Shipped, _own));
        Assert.Contains($"sai.json: {said}", refused.Message);
    }

    [Fact]
    public void Emblem_AsAPicture_IsEmbeddedOnceWithItsTransparency()
    {
        Directory.CreateDirectory(Path.Combine(_own, "assets"));
        // 2 × 1 pixels with alpha: red opaque, green half transparent.
        File.WriteAllBytes(Path.Combine(_own, "assets", "quoc-huy.png"), Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAD0lEQVR4nGP4z8DwHwgbABB5A359Y87XAAAAAElFTkSuQmCC"));
        Write("anh.json", t => (t["code"], t["emblem"]!["asset"]) = ("anh", "quoc-huy.png"));
        var templates = new CertificateTemplates(Shipped, _own);
        var pdf = new PdfReader(new CertificateRenderer(Render.Fonts, templates).Render(Awards.Certificate(), templates.All.Single(t => t.Code == "anh")).Pdf!);
        Assert.Single(pdf.Objects, o => o.Contains("/Subtype /Image", StringComparison.Ordinal) && o.Contains("/DeviceRGB", StringComparison.Ordinal) && o.Contains("/SMask", StringComparison.Ordinal));
    }

    [Fact]
    public void Code_ReadsWhatItMade_AndNothingElse()
    {
        var id = Guid.CreateVersion7();
        var code = Awards.Codes.Make(VerifiedKind.Document, id);
        Assert.Equal(39, code.Length);
        Assert.True(Awards.Codes.TryRead(code.ToLowerInvariant() + " ", out var kind, out var read));
        Assert.Equal((VerifiedKind.Document, id), (kind, read));
        for (var i = 0; i < code.Length; i++)
        {
            var other = code[..i] + (code[i] == '2' ? '3' : '2') + code[(i + 1)..];
            Assert.False(Awards.Codes.TryRead(other, out _, out _), other);
        }

        Assert.False(new VerificationCode(new byte[32], "").TryRead(code, out _, out _));
        Assert.False(Awards.Codes.TryRead(null, out _, out _));
    }

    private void Write(string file, Action<JsonNode> change)
    {
        var template = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped, "giay-khen-hoi-van.json")))!;
        change(template);
        File.WriteAllText(Path.Combine(_own, file), template.ToJsonString());
    }
}
