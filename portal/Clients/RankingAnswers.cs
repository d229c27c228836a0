namespace Emulation.Portal.Clients;

// What the portal reads of Scoring's answers about published rankings and goals.

public sealed record RankingReference(Guid Id, string IndexSet, int Year, string Block, int Version, bool Current);

public sealed record Spread(int Units, decimal Mean, decimal Median, decimal Best, decimal Lowest);

public sealed record NamedUnit(string UnitCode, string UnitName);

public sealed record RankedUnit(int Rank, bool Tied, string UnitCode, string UnitName, decimal Index, decimal Bonus, decimal Total, string? Class);

public sealed record AreaBeside(
    string Code, string Name, decimal Points, decimal Max, decimal? Rate, decimal LostPoints, decimal LostIndex, Spread? Block, NamedUnit[] BestUnits, int BestCount, int? Rank);

public sealed record LeafBeside(
    string Code, string Name, string Area, decimal Max, decimal? Points, decimal? LostIndex, bool? NotApplicable, decimal? BlockMean, decimal? BlockBest, int Units);

public sealed record Highlight(string Code, string Name, decimal IndexPoints);

public sealed record Highlights(Highlight[] Areas, Highlight[] Leaves);

public sealed record SheetBasis(Guid Id, int Version, int CurrentVersion, bool Changed);

public sealed record UnitAnalysis(
    RankingReference Ranking, RankedUnit Unit, int Of, Spread Index, AreaBeside[] Areas, Highlights Strengths, Highlights Losses, LeafBeside[] Leaves, SheetBasis? Sheet, int SheetsChangedSince);

public sealed record RankingMovements(RankingReference? Before, bool SameIndexSet, UnitMovement[] Units);

public sealed record UnitMovement(string UnitCode, string UnitName, int? Rank, int? RankBefore, int? RankChange, decimal? IndexBefore, decimal? IndexChange);

public sealed record GoalQuestion(string UnitCode, int Year, string IndexSet, int GoalRank, bool CityLeaves, bool CountDrafts);

public sealed record GoalAnswer(
    string UnitCode, string UnitName, string Block, int Year, string IndexSet, int GoalRank, Guid SheetId, string SheetState, string[] Missing, OtherSheets Others, GoalPlace Current,
    decimal? GoalScore, decimal Gap, bool Reached, bool Reachable, GoalPlace AtBest, GoalLeaf[] Leaves, GoalPlan? Smallest);

public sealed record OtherSheets(int Units, int Counted, int Final, int Unfinished, int NotHandedIn, int WithoutSheet);

public sealed record GoalPlace(decimal? Index, decimal? Score, int Rank, int TiedWith);

public sealed record GoalLeaf(string Leaf, string Name, decimal Max, decimal? Points, bool CityOnly, GoalStep Most, GoalStep? Enough);

public sealed record GoalStep(string InWords, decimal Gain, GoalPlace Place);

public sealed record GoalPlan(GoalPlanLeaf[] Leaves, GoalPlace Place, bool ProvedSmallest);

public sealed record GoalPlanLeaf(string Leaf, string Name, string InWords);
