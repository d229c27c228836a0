using Emulation.Documents.Rendering;
using Xunit;

namespace Emulation.Documents.Tests.Rendering;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Lê\u202e thanh\u202c", "Lê thanh")]
    [InlineData("\u2067Nghị\u2069", "Nghị")]
    [InlineData("\ufeffPhường\u2060 Hải\u200b An", "Phường Hải An")]
    [InlineData("khen\u00ad thưởng", "khen thưởng")]
    [InlineData("Ha\u0309i\tPho\u0300ng\u0007", "Hải Phòng")]
    public void Clean_MarksThatNobodySees_AreLeftOut(string text, string printed) => Assert.Equal(printed, PlainText.Clean(text));
}
