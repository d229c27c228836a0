namespace Emulation.Portal.Clients;

/// <summary>Published rankings looked into, and goals.</summary>
public sealed partial class GatewayClient
{
    public Task<UnitAnalysis> RankedUnit(Guid ranking, string unitCode) => Get<UnitAnalysis>($"/api/rankings/{ranking}/units/{Uri.EscapeDataString(unitCode)}");

    public Task<RankingMovements> Movements(Guid ranking) => Get<RankingMovements>($"/api/rankings/{ranking}/movements");

    /// <summary>What it takes to reach a rank; nothing is stored.</summary>
    public Task<GoalAnswer> Goal(GoalQuestion question) => Act<GoalAnswer>("/api/rankings/what-if", question);
}
