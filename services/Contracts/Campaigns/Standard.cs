using System.Text.Json.Serialization;

namespace Emulation.Contracts.Campaigns;

/// <summary>A standard: a tree of conditions, in the reading that is in force, with the other reading kept beside it (C-05).</summary>
public sealed record Standard
{
    /// <summary>Which tree is judged; stored with each verdict.</summary>
    public Reading Reading { get; init; } = Reading.Canonical;

    /// <summary>The tree by the meaning of the plan: gate AND (one of …).</summary>
    public required Condition Canonical { get; init; }

    /// <summary>The tree by the letter of the plan; null when both are the same.</summary>
    public Condition? Literal { get; init; }
}

/// <summary>Reading of a standard (C-05).</summary>
public enum Reading
{
    /// <summary>By its meaning.</summary>
    Canonical,
    /// <summary>By its letter.</summary>
    Literal,
}

/// <summary>A condition of a standard. Each kind is judged met, not met or not yet known.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AllOf), "allOf")]
[JsonDerivedType(typeof(AnyOf), "anyOf")]
[JsonDerivedType(typeof(IndexRank), "indexRank")]
[JsonDerivedType(typeof(YearsInTop), "yearsInTop")]
[JsonDerivedType(typeof(LeadsBlock), "leadsBlock")]
[JsonDerivedType(typeof(LeadsOffices), "leadsOffices")]
[JsonDerivedType(typeof(RecognisedInitiatives), "initiatives")]
[JsonDerivedType(typeof(Attested), "attested")]
[JsonDerivedType(typeof(CompletionGrade), "completionGrade")]
[JsonDerivedType(typeof(DirectService), "directService")]
[JsonDerivedType(typeof(FlagNomineeMember), "flagNomineeMember")]
[JsonDerivedType(typeof(ByLaw), "byLaw")]
public abstract record Condition
{
    /// <summary>Clause of the plan that the condition comes from; every verdict cites it.</summary>
    public required string Clause { get; init; }

    /// <summary>What it asks, in Vietnamese, in the system's own words.</summary>
    public required string Text { get; init; }
}

/// <summary>All parts must be met.</summary>
public sealed record AllOf : Condition
{
    /// <summary>At least one part.</summary>
    public required Condition[] Conditions { get; init; }
}

/// <summary>One part must be met.</summary>
public sealed record AnyOf : Condition
{
    /// <summary>At least one part.</summary>
    public required Condition[] Conditions { get; init; }
}

/// <summary>Rank of the ranked unit (the nominee's own, or the one above it, C-10) in the index of one year.</summary>
public sealed record IndexRank : Condition
{
    /// <summary>Limit for each ranking block (C-07).</summary>
    public required TopOfBlock[] Tops { get; init; }

    /// <summary>Index year; null = the year of the nomination.</summary>
    public int? Year { get; init; }
}

/// <summary>Number of years, not necessarily consecutive (C-06), in which the ranked unit was within the limit.</summary>
public sealed record YearsInTop : Condition
{
    /// <summary>Limit for each ranking block.</summary>
    public required TopOfBlock[] Tops { get; init; }

    /// <summary>Years needed, 1 or more.</summary>
    public required int AtLeast { get; init; }

    /// <summary>First index year that counts.</summary>
    public required int FromYear { get; init; }

    /// <summary>Last index year of the window. Years whose index cannot be out by the dossier deadline never count (C-04).</summary>
    public required int ToYear { get; init; }
}

/// <summary>Limit of rank in one ranking block.</summary>
public sealed record TopOfBlock
{
    /// <summary>Code of the ranking block, or <c>*</c> for any block that is not named.</summary>
    public required string Block { get; init; }

    /// <summary>Last rank that passes, 1 or more. A tie at the limit lets all in, with a warning.</summary>
    public required int Rank { get; init; }

    /// <summary>Clause for this block when it differs from the condition's (CH-26-30/III.2.3.a.c3–c5).</summary>
    public string? Clause { get; init; }
}

/// <summary>The ranked unit is first of its ranking block (CH-26-30/III.2.3.b.2).</summary>
public sealed record LeadsBlock : Condition
{
    /// <summary>First year of the window; null = only the year of the nomination.</summary>
    public int? FromYear { get; init; }

    /// <summary>Last year of the window; null = only the year of the nomination.</summary>
    public int? ToYear { get; init; }

    /// <summary>Years first needed within the window, 1 or more.</summary>
    public int AtLeast { get; init; } = 1;
}

/// <summary>The nominee is first among the offices of its commune in the commune's own ranking of the year (CVA-26/III.3.2.a1).</summary>
public sealed record LeadsOffices : Condition
{
    /// <summary>Index year; null = the year of the nomination.</summary>
    public int? Year { get; init; }
}

/// <summary>Distinct initiatives of the nominee, named in the nomination.</summary>
public sealed record RecognisedInitiatives : Condition
{
    /// <summary>Number needed, 1 or more; the same initiative entered twice counts once.</summary>
    public required int AtLeast { get; init; }

    /// <summary>True when it must have been recognised by decision (false in CVA-26/III.3.2.a2).</summary>
    public bool Recognised { get; init; } = true;

    /// <summary>True when it must have been applied.</summary>
    public bool Applied { get; init; }

    /// <summary>True when it must be fit to be replicated.</summary>
    public bool Replicable { get; init; }

    /// <summary>Body that must have recognised it, or one above it: all bodies are above the head of a unit, the city is above all. Null = any.</summary>
    public Attester? RecognisedBy { get; init; }
}

/// <summary>A statement that a body answers for.</summary>
public sealed record Attested : Condition
{
    /// <summary>Key of the statement: <c>ethics</c>, <c>obeysLaw</c>, <c>directRole</c>, <c>leadingInCampaign</c>, <c>chosenForAdvice</c>, <c>discipline</c>, <c>leadsWardOffices</c>, <c>completedOutstandingly</c> …</summary>
    public required string Statement { get; init; }

    /// <summary>Who may attest it; empty = any.</summary>
    public Attester[] By { get; init; } = [];

    /// <summary>True when a reference to evidence must be given.</summary>
    public bool EvidenceRequired { get; init; }
}

/// <summary>Who answers for a statement or recognises an initiative.</summary>
public enum Attester
{
    /// <summary>Thủ trưởng cơ quan, đơn vị of the nominee.</summary>
    HeadOfUnit,
    /// <summary>Ủy ban nhân dân cấp xã.</summary>
    WardCommittee,
    /// <summary>Hội đồng Thi đua - Khen thưởng.</summary>
    Council,
    /// <summary>City level.</summary>
    City,
}

/// <summary>Yearly grade of completion of tasks is at least the one given (C-41).</summary>
public sealed record CompletionGrade : Condition
{
    /// <summary>Lowest grade that passes.</summary>
    public required Grade AtLeast { get; init; }
}

/// <summary>Yearly grade, from low to high.</summary>
public enum Grade
{
    /// <summary>Không hoàn thành nhiệm vụ.</summary>
    NotCompleted,
    /// <summary>Hoàn thành nhiệm vụ.</summary>
    Completed,
    /// <summary>Hoàn thành tốt nhiệm vụ.</summary>
    CompletedWell,
    /// <summary>Hoàn thành xuất sắc nhiệm vụ.</summary>
    CompletedOutstandingly,
}

/// <summary>Years of direct work on administrative reform within a window, overlapping periods counted once (LTN-26-30/III.2.b.i0).</summary>
public sealed record DirectService : Condition
{
    /// <summary>Years needed; may have a fraction.</summary>
    public required decimal YearsAtLeast { get; init; }

    /// <summary>First calendar year that counts.</summary>
    public required int FromYear { get; init; }

    /// <summary>Last calendar year that counts, to its end.</summary>
    public required int ToYear { get; init; }
}

/// <summary>The individual belongs to a unit that has a nominee for the emulation flag in the same campaign (LTN-26-30/III.2.b.q3).</summary>
public sealed record FlagNomineeMember : Condition;

/// <summary>The standard is the law's own; a competent body confirms it with the article (CVA-26/III.3.1).</summary>
public sealed record ByLaw : Condition
{
    /// <summary>Law and article, in Vietnamese.</summary>
    public required string Basis { get; init; }
}
