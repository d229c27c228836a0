using Emulation.Contracts.Campaigns;

namespace Emulation.Campaigns.Domain.Checks;

/// <summary>What law asks of a council's vote on some titles, so that a plan is told while it is written; the vote itself goes by the table of the nominations service, which this must not contradict.</summary>
internal static class CouncilFloor
{
    private const string Basis = "Nghị định 98/2023/NĐ-CP Điều 30 khoản 7; kế hoạch chỉ được quy định chặt hơn.";

    /// <summary>Titles that take nine tenths of all members.</summary>
    public static readonly string[] NineTenths = ["anh-hung-lao-dong", "chien-si-thi-dua-toan-quoc", "cstd-toan-quoc", "chien-si-thi-dua-tp", "cstd-tp"];

    /// <summary>Titles that take four fifths of all members; every other flag does too.</summary>
    public static readonly string[] FourFifths = ["chien-si-thi-dua-co-so", "cstd-co-so", "co-thi-dua-tp", "co-thi-dua-chinh-phu"];

    public static void Run(string at, Award award, CouncilRule council, Findings found)
    {
        var nine = NineTenths.Contains(award.Code);
        if (!nine && !FourFifths.Contains(award.Code) && !award.Flag)
            return;
        found.ErrorIf(council.Quorum is >= 0 and var quorum && quorum * 3 < 2, $"{at}/quorum", $"Phải có ít nhất 2/3 tổng số thành viên ({Basis})");
        found.ErrorIf(council.Threshold is > 0 and var threshold && threshold < (nine ? 0.9m : 0.8m), $"{at}/threshold", $"Phải đạt ít nhất {(nine ? "90%" : "80%")} ({Basis})");
        found.ErrorIf(council.Of == VoteBase.Voting, $"{at}/of", $"Tỷ lệ phiếu tính trên tổng số thành viên Hội đồng ({Basis})");
        found.ErrorIf(council.Ballot == Ballot.Open, $"{at}/ballot", $"Phải bỏ phiếu kín ({Basis})");
    }
}
