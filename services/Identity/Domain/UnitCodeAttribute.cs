using System.ComponentModel.DataAnnotations;

namespace Emulation.Identity.Domain;

/// <summary>The form of a unit code. Whether the unit exists is known to the unit register of Campaigns; a code without a unit sees nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnitCodeAttribute : RegularExpressionAttribute
{
    public UnitCodeAttribute() : base("^(31|[0-9]{5})(-[A-Za-z0-9]{1,20}){0,3}$") =>
        ErrorMessage = "Mã đơn vị là 31, 5 chữ số, hoặc mã cấp trên + dấu gạch nối + chữ, số (ví dụ 10532-VHXH).";
}

/// <summary>Name of an account or id of a client.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AccountNameAttribute : RegularExpressionAttribute
{
    public AccountNameAttribute() : base("^[A-Za-z0-9][A-Za-z0-9._-]{2,59}$") =>
        ErrorMessage = "Tên gồm 3–60 chữ cái không dấu, chữ số, dấu chấm, gạch nối hoặc gạch dưới.";
}

/// <summary>Id of a client: as a name, but never what could be taken for a person's id or for the system itself in the audit trail.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ClientIdAttribute() : ValidationAttribute("Mã hệ thống gồm 3–60 chữ cái không dấu, chữ số, dấu chấm, gạch nối hoặc gạch dưới; không phải là một GUID hay từ “system”.")
{
    private static readonly AccountNameAttribute Name = new();

    public override bool IsValid(object? value) =>
        value is null || (Name.IsValid(value) && !Guid.TryParse((string)value, out _) && !"system".Equals((string)value, StringComparison.OrdinalIgnoreCase));
}
