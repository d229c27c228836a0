using System.Globalization;
using Emulation.Scoring.Spreadsheets;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Emulation.Scoring.Tests.Spreadsheets;

/// <summary>Numbers as officials type them (docs/adr/0016).</summary>
public class NumberTextTests
{
    [Theory]
    [InlineData("97,25", "97.25")]
    [InlineData("97.25", "97.25")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1 234,5", "1234.5")]
    [InlineData("1\u00A0234\u00A0567", "1234567")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1,234", "1.234")]
    [InlineData("0.125", "0.125")]
    [InlineData("0,125", "0.125")]
    [InlineData("1234.567", "1234.567")]
    [InlineData(" -5 ", "-5")]
    [InlineData("−5,5", "-5.5")]
    [InlineData("+5", "5")]
    [InlineData("007", "7")]
    [InlineData("999999999999,123456", "999999999999.123456")]
    public void Read_WhatMeansOneThing_IsThatNumber(string text, string number) =>
        Assert.Equal((decimal.Parse(number, CultureInfo.InvariantCulture), null), NumberText.Read(text));

    [Theory]
    [InlineData("1.234", "1234 hoặc 1,234")]
    [InlineData("-12.000", "12000 hoặc 12,000")]
    [InlineData("", "không phải là số")]
    [InlineData("mười", "không phải là số")]
    [InlineData("1,2,3", "không phải là số")]
    [InlineData("12.34.567", "không phải là số")]
    [InlineData("1.234,567.8", "không phải là số")]
    [InlineData(",5", "không phải là số")]
    [InlineData("5,", "không phải là số")]
    [InlineData("1e5", "không phải là số")]
    [InlineData("97,25%", "không phải là số")]
    [InlineData("--5", "không phải là số")]
    [InlineData("12345678901234567890123456789", "quá nhiều chữ số")]
    public void Read_WhatMeansNoneOrTwoThings_SaysSo(string text, string word)
    {
        var (number, fault) = NumberText.Read(text);
        Assert.Null(number);
        Assert.Contains(word, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfWhatWasWritten_IsTheSameNumber() =>
        Prop.ForAll(Gen.Zip(Gen.Choose(int.MinValue, int.MaxValue), Gen.Choose(0, 9)).Select(n => new decimal(n.Item1, 0, 0, false, (byte)n.Item2) * (n.Item1 % 2 == 0 ? 1 : -1)).ToArbitrary(),
            number => NumberText.Read(NumberText.Write(number)) == (number, null)).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
