namespace Emulation.Architecture.Tests;

public sealed class RuleCitationTests
{
    private const string Source = """
        public sealed class Tests
        {
            public static TheoryData<string> Rows() => new()
            {
                "HA-25/III.1.2.a",
            };

            [Fact]
            public void Elsewhere()
            {
                // LTN-26-30/III.2.b.q5
            }

            // CH-26-30/III.2.3.a.c3–c5, CVA-26/III.4.1–3
            [Theory, MemberData(nameof(Rows))]
            [InlineData("LTN-26-30/III.3.a")]
            public async Task Subject_Case_Outcome(string rule)
            {
                // CVA-26/III.1.a–e; LTN-26-30/N.1-7.
                var shape = 1;

                Assert.Equal("LTN-TD-26/III.1.8b", rule);
            }

            [Fact]
            public void Later() => Assert.Equal("HA-25/III.5", "");
        }
        """;

    [Theory]
    [InlineData("LTN-26-30/III.3.a", true)]
    [InlineData("LTN-TD-26/III.1.8b", true)]
    [InlineData("HA-25/III.1.2.a", true)]
    [InlineData("CH-26-30/III.2.3.a.c4", true)]
    [InlineData("CH-26-30/III.2.3.a.c2", false)]
    [InlineData("CH-26-30/III.2.3.a.c6", false)]
    [InlineData("CVA-26/III.4.3", true)]
    [InlineData("CVA-26/III.4.4", false)]
    [InlineData("CVA-26/III.1.đ", true)]
    [InlineData("CVA-26/III.1.f", false)]
    [InlineData("LTN-26-30/N.1-7", true)]
    [InlineData("LTN-26-30/III.3.a.1", false)]
    [InlineData("LTN-26-30/III.3", false)]
    [InlineData("LTN-26-30/III.2.b.q5", false)]
    [InlineData("HA-25/III.5", false)]
    public void Cites_OwnTextRowsAndRanges_NothingOfTheNeighbours(string rule, bool cited) =>
        Assert.Equal(cited, RuleCitations.Cites(Source, "Subject_Case_Outcome", rule));

    [Fact]
    public void Cites_MethodThatIsNotThere_Nothing() => Assert.False(RuleCitations.Cites(Source, "Missing", "HA-25/III.5"));
}
