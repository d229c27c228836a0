using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace Emulation.ServiceDefaults;

/// <summary>Text that must say something, and not too much of it.</summary>
public sealed class TextAttribute : StringLengthAttribute
{
    public TextAttribute(int maximumLength) : base(maximumLength)
    {
        MinimumLength = 1;
        ErrorMessage = $"Phải có nội dung, dài không quá {maximumLength} ký tự.";
    }

    public override bool IsValid(object? value) => value is null || (base.IsValid(value) && !string.IsNullOrWhiteSpace((string)value));
}

/// <summary>A code: lower- or upper-case letters, digits, hyphens.</summary>
public sealed class CodeAttribute : RegularExpressionAttribute
{
    public CodeAttribute() : base("^[A-Za-z0-9][A-Za-z0-9-]{0,39}$") => ErrorMessage = "Mã gồm 1–40 chữ cái không dấu, chữ số hoặc dấu gạch nối.";
}

/// <summary>A number within bounds, both included.</summary>
public sealed class BetweenAttribute : RangeAttribute
{
    public BetweenAttribute(int minimum, int maximum) : base(minimum, maximum) => ErrorMessage = $"Phải từ {minimum} đến {maximum}.";
}

/// <summary>A list with a number of items within bounds, none of them null unless said so: the reader of JSON lets null through inside a list.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ItemsAttribute(int minimum, int maximum) : ValidationAttribute($"Phải có từ {minimum} đến {maximum} mục, không mục nào để trống (null).")
{
    /// <summary>True for batches that answer each item for itself, a null one too.</summary>
    public bool AnswersNulls { get; init; }

    public override bool IsValid(object? value) =>
        value is null || (value is ICollection list && list.Count >= minimum && list.Count <= maximum && (AnswersNulls || list.Cast<object?>().All(item => item is not null)));
}
