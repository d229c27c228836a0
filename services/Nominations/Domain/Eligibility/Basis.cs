using System.Text.Json.Serialization;
using Emulation.Contracts.Campaigns;

namespace Emulation.Nominations.Domain.Eligibility;

/// <summary>What a leaf of a verdict asked and what was found, as data: with it anyone can reckon the outcome again without the plan.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PlacesBasis), "places")]
[JsonDerivedType(typeof(InitiativesBasis), "initiatives")]
[JsonDerivedType(typeof(StatementsBasis), "statements")]
[JsonDerivedType(typeof(GradeBasis), "grade")]
[JsonDerivedType(typeof(ServiceBasis), "service")]
[JsonDerivedType(typeof(FlagNomineeBasis), "flagNominee")]
public abstract record Basis;

/// <summary>Years with a place within the limit of its block. Met when enough are; not met when even the years still open would not do.</summary>
/// <param name="Needed">Years needed.</param>
/// <param name="Ranked">False when the index does not rank the unit at all: then it is not met.</param>
/// <param name="Years">Every year that can count.</param>
public sealed record PlacesBasis(int Needed, bool Ranked, YearPlace[] Years) : Basis;

/// <summary>Place in one year.</summary>
/// <param name="Year">Index year.</param>
/// <param name="Published">False while the ranking is not out: the year is open.</param>
/// <param name="Block">Ranking block in which the unit stood in that year.</param>
/// <param name="Rank">Place; null when the ranking is out but the unit is not ranked in it.</param>
/// <param name="Limit">Last place that counts in that block; null when the plan sets none for it.</param>
/// <param name="Predecessor">Unit merged into this one whose place is counted; null when it is its own.</param>
public sealed record YearPlace(int Year, bool Published, string? Block, int? Rank, int? Limit, string? Predecessor);

/// <summary>Distinct initiatives. One with a “no” to anything asked does not count; one with something open is open.</summary>
/// <param name="Needed">Initiatives needed.</param>
/// <param name="Recognised">Whether recognition is asked.</param>
/// <param name="Applied">Whether application is asked.</param>
/// <param name="Replicable">Whether fitness to be replicated is asked.</param>
/// <param name="RecognisedBy">Body that must have recognised it, or one above it (all are above the head of a unit, the city above all); null = any.</param>
/// <param name="Found">The distinct initiatives of the nomination.</param>
public sealed record InitiativesBasis(int Needed, bool Recognised, bool Applied, bool Replicable, Attester? RecognisedBy, InitiativeFound[] Found) : Basis;

/// <summary>What is known of one initiative; null = not known.</summary>
public sealed record InitiativeFound(Guid Id, bool Recognised, bool? Applied, bool? Replicable, Attester? RecognisedBy);

/// <summary>Statements of competent bodies. Any “no” decides; a “yes” counts only with evidence where evidence is asked.</summary>
/// <param name="Statement">Key of the statement.</param>
/// <param name="By">Bodies that may make it; empty = any.</param>
/// <param name="EvidenceRequired">Whether a “yes” needs evidence.</param>
/// <param name="Said">What competent bodies said.</param>
public sealed record StatementsBasis(string Statement, Attester[] By, bool EvidenceRequired, Attestation[] Said) : Basis;

/// <summary>Yearly grade.</summary>
/// <param name="AtLeast">Lowest grade that passes.</param>
/// <param name="Year">Year of the grade looked at.</param>
/// <param name="Found">The grade; null = not known.</param>
public sealed record GradeBasis(Grade AtLeast, int Year, Grade? Found) : Basis;

/// <summary>Months of direct service; days that several periods share count once, whole months by the calendar, 30 loose days to a month.</summary>
/// <param name="MonthsNeeded">Whole months needed.</param>
/// <param name="From">First day that counts.</param>
/// <param name="Until">Last day that counts.</param>
/// <param name="JudgedOn">Day of the judgement: until it service is done, after it only possible.</param>
/// <param name="Periods">Periods declared; null = none yet.</param>
public sealed record ServiceBasis(int MonthsNeeded, DateOnly From, DateOnly Until, DateOnly JudgedOn, ServicePeriod[]? Periods) : Basis;

/// <summary>Flag nominee of the proposing unit.</summary>
/// <param name="Proposed">Whether there is one; null = it may still come.</param>
public sealed record FlagNomineeBasis(bool? Proposed) : Basis;
