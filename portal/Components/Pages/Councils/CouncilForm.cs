using Emulation.Portal.Clients;
using Emulation.Portal.Councils;

namespace Emulation.Portal.Components.Pages.Councils;

/// <summary>A page on which the members of a council are listed: who may be chosen from, what was typed, more rows.</summary>
public abstract class CouncilForm : ActingPage
{
    private protected static readonly Dictionary<string, string> Names = new()
    {
        ["members"] = "Thành viên", ["name"] = "Họ tên", ["title"] = "Vai trò", ["unitCode"] = "Đơn vị", ["termFrom"] = "Từ ngày", ["termTo"] = "Đến ngày", ["from"] = "Có hiệu lực từ ngày",
        ["decisionNumber"] = "Số quyết định", ["decisionDate"] = "Ngày quyết định", ["position"] = "Chức vụ", ["personCode"] = "Mã cán bộ", ["accountId"] = "Tài khoản", ["relations"] = "Người thân",
    };

    protected UnitItem[] Offices { get; private set; } = [];

    protected VoterAnswer[] Voters { get; private set; } = [];

    protected MemberRow[] Rows { get; set; } = [];

    /// <summary>Whether more rows were asked for, and nothing else.</summary>
    protected bool WantsRows => Typed("act") == "more";

    private protected async Task LoadChoices(string unit)
    {
        Offices = await Quietly(() => Gateway.UnitsBelow(unit)) ?? [];
        Voters = await Quietly(() => Gateway.Voters(unit)) ?? [];
    }

    private protected string? Member(string pointer) => MemberRow.At(Rows, pointer);

    /// <summary>A date field, or what is said of it when it is not one.</summary>
    private protected FieldFault? NoDate(string field, string pointer, bool required = true) =>
        TypedDate(field) is not null || (!required && Typed(field) is null) ? null : new FieldFault(pointer, "Cần một ngày, ghi dạng 15/12/2026.");

    private protected bool Incomplete(params FieldFault?[] faults)
    {
        if (faults.OfType<FieldFault>().ToArray() is not { Length: > 0 } amiss)
            return false;
        Refuse(new Refusal(null, "Chưa đủ thông tin", Errors: amiss));
        return true;
    }

    private static async Task<T?> Quietly<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (GatewayException e) when (e.Status != System.Net.HttpStatusCode.Unauthorized)
        {
            // Without it a member votes on paper, and works nowhere in particular.
            return default;
        }
    }
}
