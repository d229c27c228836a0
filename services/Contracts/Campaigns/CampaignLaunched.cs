namespace Emulation.Contracts.Campaigns;

/// <summary>A campaign (phong trào thi đua) was launched: from now on units may nominate under its award scheme.</summary>
/// <remarks>Published by Campaigns, once for each campaign. Carries the whole scheme so that nobody asks back.</remarks>
public sealed record CampaignLaunched
{
    /// <summary>The campaign as it stands at launch (version 1 or later).</summary>
    public required CampaignSnapshot Campaign { get; init; }

    /// <summary>When it was launched, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account or client id of who launched it.</summary>
    public required string ActedBy { get; init; }
}

/// <summary>What other services need to know of a campaign.</summary>
public sealed record CampaignSnapshot
{
    /// <summary>Identity of the campaign.</summary>
    public required Guid CampaignId { get; init; }

    /// <summary>Grows with each amendment; a listener ignores what is older than what it has.</summary>
    public required int Version { get; init; }

    /// <summary>Short code, unique in the city: <c>LTN-26-30</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Name of the campaign in Vietnamese.</summary>
    public required string Name { get; init; }

    /// <summary>Code of the unit that launched it; its scope is that unit and all below.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Name of that unit.</summary>
    public required string UnitName { get; init; }

    /// <summary>First calendar year of the campaign, 2000–2100.</summary>
    public required int FromYear { get; init; }

    /// <summary>Last calendar year of the campaign, inclusive.</summary>
    public required int ToYear { get; init; }

    /// <summary>Legal bases as they are printed, in order (LTN-26-30/B.1).</summary>
    public required LegalBasis[] LegalBases { get; init; }

    /// <summary>Award scheme: the rules, as data.</summary>
    public required AwardScheme Scheme { get; init; }

    /// <summary>Measurable criteria in the order of the plan, each with key and kind; empty in messages from before they travelled.</summary>
    public PlanCriterion[] Criteria { get; init; } = [];

    /// <summary>Scales of classes that criteria refer to.</summary>
    public ClassScale[] ClassScales { get; init; } = [];
}

/// <summary>A document that a plan rests on. Key is number + date + issuer level; the wording is kept as printed (C-11).</summary>
public sealed record LegalBasis
{
    /// <summary>Opening word: <c>Thực hiện</c> or <c>Căn cứ</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>Type of document in Vietnamese: Quyết định, Kế hoạch, Chỉ thị, Nghị quyết, Luật …</summary>
    public required string Type { get; init; }

    /// <summary>Number and symbol, <c>2162/QĐ-UBND</c> or Party form <c>41-CT/TW</c>; null for a law, which is cited by name.</summary>
    public string? Number { get; init; }

    /// <summary>Date of issue, civil date of Vietnam; null for a law.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Who issued it, as printed.</summary>
    public required string Issuer { get; init; }

    /// <summary>What it is about (trích yếu).</summary>
    public required string Abstract { get; init; }

    /// <summary>ID of the rule in the acceptance table or the printed plan.</summary>
    public string? Clause { get; init; }
}
