using Emulation.Documents.Rendering.Fonts;
using Xunit;

namespace Emulation.Documents.Tests.Rendering;

public sealed class FontTests
{
    [Fact]
    public void Library_EveryFace_CoversVietnameseLettersAndPunctuation()
    {
        var needed = Enumerable.Range(0x1EA0, 0x1EF9 - 0x1EA0 + 1).Concat("ĂăÂâĐđÊêÔôƠơƯưÀÁÃÈÉÌÍÒÓÕÙÚÝàáãèéìíòóõùúýĨĩŨũ“”…–-./;:".Select(c => (int)c));
        foreach (var face in Enum.GetValues<Face>())
            Assert.All(needed, character => Assert.True(Render.Fonts[face].Covers(character), $"{face} lacks U+{character:X4}"));
    }

    // Advance widths of Times New Roman, per 1000: the DOCX is laid out in Word with that font.
    [Theory]
    [InlineData('A', 722)]
    [InlineData('n', 500)]
    [InlineData(' ', 250)]
    [InlineData('W', 944)]
    public void Regular_AdvanceWidths_AreThoseOfTimesNewRoman(char character, int width) =>
        Assert.Equal(width, Render.Fonts[Face.Regular].Width(character.ToString(), 1000), tolerance: 1);

    [Fact]
    public void Subset_OfAccentedLetter_KeepsGlyphIdsPartsAndChecksum()
    {
        var font = Render.Fonts[Face.Regular];
        var glyph = font.Glyph('ệ');
        var subset = FontSubset.Build(font, [glyph]);

        uint sum = 0;
        for (var i = 0; i < subset.Length; i += 4)
            sum = unchecked(sum + System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(subset.AsSpan(i)));
        Assert.Equal(0xB1B0AFBA, sum);

        var tables = Tables(subset);
        var loca = tables["loca"];
        int At(int id) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(loca.AsSpan(4 * id));
        Assert.Equal(font.Outline(glyph).ToArray(), tables["glyf"].AsSpan(At(glyph), font.Outline(glyph).Length).ToArray());
        Assert.Equal(At('A'), At('A' + 1));
        Assert.True(subset.Length < 30_000);
    }

    [Fact]
    public void Glyph_CharacterOutsideTheFont_PrintsAsQuestionMark() =>
        Assert.Equal(Render.Fonts[Face.Regular].Glyph('?'), Render.Fonts[Face.Regular].Glyph(0x6F22));

    private static Dictionary<string, byte[]> Tables(byte[] font)
    {
        int U32(int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(at));
        var count = System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(4));
        return Enumerable.Range(0, count).ToDictionary(
            i => System.Text.Encoding.ASCII.GetString(font, 12 + 16 * i, 4),
            i => font.AsSpan(U32(12 + 16 * i + 8), U32(12 + 16 * i + 12)).ToArray());
    }
}
