using System.Text.Json;
using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Law;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Domain.Councils;

/// <summary>The table of quorums and thresholds by award, with its legal bases (Law/council-votes.json). A faulty one stops the start.</summary>
public sealed class CouncilLaw
{
    private const string Default = "default", Resolution = "resolution";
    private readonly string _version;
    private readonly Row[] _rows;

    private CouncilLaw(string version, Row[] rows) => (_version, _rows) = (version, rows);

    public static CouncilLaw Load() => Read(LawTable.Text("council-votes.json"));

    /// <summary>Reads and checks a table.</summary>
    public static CouncilLaw Read(string json)
    {
        var table = JsonSerializer.Deserialize<Table>(json, Json.Options)!;
        foreach (var key in new[] { Default, Resolution })
        {
            if (table.Rules.Count(r => r.Key == key && r.To is null) != 1)
                throw new InvalidOperationException($"council-votes.json: exactly one open-ended rule “{key}” is needed.");
        }
        foreach (var rows in table.Rules.GroupBy(r => r.Key))
        {
            var inOrder = rows.OrderBy(r => r.From).ToArray();
            if (inOrder.Any(r => r.To < r.From) || inOrder.Zip(inOrder.Skip(1)).Any(p => p.First.To is null || p.First.To >= p.Second.From))
                throw new InvalidOperationException($"council-votes.json: the times of “{rows.Key}” overlap.");
        }
        if (table.Rules.Any(r => r.Threshold.Numerator == 0 || string.IsNullOrWhiteSpace(r.LegalBasis)))
            throw new InvalidOperationException("council-votes.json: a threshold of 0 or a missing legal basis.");
        return new(table.Version, table.Rules);
    }

    /// <summary>The rule for an award on the civil day of the session: by code, else as a flag, else the default; the plan's own values on top.</summary>
    public VotingRule For(Award award, CouncilRule? plan, DateOnly day) =>
        For(InForce(day).FirstOrDefault(r => r.Awards.Contains(award.Code)) ?? InForce(day).FirstOrDefault(r => r.Flags && award.Flag) ?? InForce(day).First(r => r.Key == Default), plan);

    private VotingRule For(Row row, CouncilRule? plan) => Of(row).With(plan, row.Binding);

    public VotingRule ForResolution(DateOnly day) => Of(InForce(day).First(r => r.Key == Resolution));

    private IEnumerable<Row> InForce(DateOnly day) => _rows.Where(r => r.From <= day && (r.To is null || day <= r.To));

    private VotingRule Of(Row row) => new()
    {
        Quorum = row.Quorum,
        Threshold = row.Threshold,
        MoreThan = row.MoreThan,
        Of = row.Of,
        Ballot = row.Ballot,
        WrittenOpinions = row.WrittenOpinions,
        ChairBreaksTie = row.ChairBreaksTie,
        ConflictsLeaveBase = row.ConflictsLeaveBase,
        LegalBasis = row.LegalBasis,
        Version = _version,
        Assumed = row.Assumed,
    };

    private sealed record Table
    {
        public required string Version { get; init; }
        public string Note { get; init; } = "";
        public required Row[] Rules { get; init; }
    }

    private sealed record Row
    {
        public required string Key { get; init; }
        public required string Name { get; init; }
        public string[] Awards { get; init; } = [];
        public bool Flags { get; init; }
        public required Share Quorum { get; init; }
        public required Share Threshold { get; init; }
        public bool MoreThan { get; init; }
        public required VoteBase Of { get; init; }
        public required Ballot Ballot { get; init; }
        public required bool WrittenOpinions { get; init; }
        public bool ChairBreaksTie { get; init; }
        public bool ConflictsLeaveBase { get; init; }
        public required string LegalBasis { get; init; }
        public required DateOnly From { get; init; }
        public DateOnly? To { get; init; }
        public bool Assumed { get; init; }

        /// <summary>True when the values are the law's and not only a default: plans may be stricter, never laxer.</summary>
        public bool Binding { get; init; }
    }
}
