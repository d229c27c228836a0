using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain;

/// <summary>What the register says of a unit at one time.</summary>
internal sealed record UnitEntry(string Code, string Name, UnitKind Kind, string? ParentCode, string? RankingBlock, bool PlaceNameInFull)
{
    private const int MaxCode = 40;

    /// <summary>Everything that can be said without looking at other units; null = fine.</summary>
    public Problem? Check()
    {
        var problem = Problems.UnitInvalid;
        void Wrong(string field, string detail) => problem = problem.At($"/{field}", detail);
        if (Code.Length > MaxCode || !HasFormOfKind())
            Wrong("code", Kind switch
            {
                UnitKind.City => $"Thành phố có mã {Auth.CityUnit}.",
                UnitKind.Ward or UnitKind.Commune or UnitKind.SpecialZone => "Mã phường, xã, đặc khu gồm 5 chữ số.",
                _ => "Mã là mã đơn vị cấp trên + dấu gạch nối + chữ cái in hoa không dấu, chữ số (ví dụ 10532-VHXH), dài không quá 40 ký tự.",
            });
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > 200)
            Wrong("name", "Phải có nội dung, dài không quá 200 ký tự.");
        if (!ParentFits())
            Wrong("parentCode", Kind switch
            {
                UnitKind.City => "Thành phố không có đơn vị cấp trên.",
                UnitKind.Office => "Phòng, ban phải thuộc một đơn vị.",
                _ => $"Đơn vị loại này trực thuộc thành phố ({Auth.CityUnit}).",
            });
        if (RankingBlock is not null && !RankingBlocks.For(Kind).Contains(RankingBlock))
            Wrong("rankingBlock", RankingBlocks.For(Kind) is { Length: > 0 } fitting ? $"Khối xếp hạng phải là {string.Join(" hoặc ", fitting)}." : "Đơn vị loại này không được xếp hạng riêng.");
        return problem.Errors.Length == 0 ? null : problem;
    }

    /// <summary>Whether a unit of this kind may stand below one of the other kind.</summary>
    public bool MayBelongTo(UnitKind parent) => Kind switch
    {
        UnitKind.City => false,
        UnitKind.Office => parent is not UnitKind.City,
        _ => parent is UnitKind.City,
    };

    private bool HasFormOfKind() => Kind switch
    {
        UnitKind.City => Code == Auth.CityUnit,
        UnitKind.Ward or UnitKind.Commune or UnitKind.SpecialZone => Code.Length == 5 && Code.All(char.IsAsciiDigit),
        _ => ParentCode is not null && Code.StartsWith(ParentCode + "-", StringComparison.Ordinal)
            && Code[(ParentCode.Length + 1)..] is { Length: > 0 } own && own.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)),
    };

    private bool ParentFits() => Kind switch
    {
        UnitKind.City => ParentCode is null,
        UnitKind.Office => ParentCode is not null && ParentCode != Auth.CityUnit,
        _ => ParentCode == Auth.CityUnit,
    };
}
