using System.Text.Json.Nodes;

namespace Emulation.Portal.Clients;

// What papers are made of, as the services answer it.

/// <summary>A campaign; its plan is passed on as it is, so it is not read into records.</summary>
public sealed record CampaignAnswer(Guid Id, string Code, string Name, string UnitCode, string UnitName, string State, JsonObject Plan);

public sealed record EmulationBlockItem(Guid Id, string Name, string OwnerUnitCode, BlockPeriod Period, string HeadUnitCode, string DeputyUnitCode, BlockMemberItem[] Members, bool Active);

public sealed record BlockPeriod(string Kind, int Year);

public sealed record BlockMemberItem(string Code, string Name, bool Outside);

public sealed record BlockScaleItem(Guid Id, string State, BlockScaleDefinition Definition);

public sealed record BlockScaleDefinition(decimal Total, BlockScaleGroup[] Groups, BlockScaleCriterion[] Criteria);

public sealed record BlockScaleGroup(string Code, string Name);

public sealed record BlockScaleCriterion(string Code, string? Group, string Name, decimal Max, FormulaAnswer Formula, string? Unit);

public sealed record BlockSheetItem(string Member, string Period, BlockPledgeItem Pledge);

public sealed record BlockPledgeItem(Dictionary<string, decimal> Targets);
