using System.Collections;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Validation;

namespace Emulation.ServiceDefaults;

/// <summary>Text that must say something a reader sees, and not too much of it.</summary>
public sealed class TextAttribute : StringLengthAttribute
{
    public TextAttribute(int maximumLength) : base(maximumLength)
    {
        MinimumLength = 1;
        ErrorMessage = $"Phải có nội dung, dài không quá {maximumLength} ký tự.";
    }

    public override bool IsValid(object? value) => value is null || (base.IsValid(value) && Folding.Readable((string)value));
}

/// <summary>A code: lower- or upper-case letters, digits, hyphens.</summary>
public sealed class CodeAttribute : RegularExpressionAttribute
{
    public CodeAttribute() : base("^[A-Za-z0-9][A-Za-z0-9-]{0,39}$") => ErrorMessage = "Mã gồm 1–40 chữ cái không dấu, chữ số hoặc dấu gạch nối.";

    // The framework's own lets the empty text pass.
    public override bool IsValid(object? value) => value is not "" && base.IsValid(value);
}

/// <summary>A number within bounds, both included.</summary>
public sealed class BetweenAttribute : RangeAttribute
{
    public BetweenAttribute(int minimum, int maximum) : base(minimum, maximum) => ErrorMessage = $"Phải từ {minimum} đến {maximum}.";

    // The framework's own rounds a decimal to a whole number first, and fails on one that is none of int's.
    public override bool IsValid(object? value) => value is decimal number ? number >= (int)Minimum && number <= (int)Maximum : base.IsValid(value);
}

/// <summary>A share in percent, 0–100 and not a hair more: <see cref="BetweenAttribute"/> compares whole numbers and lets 100.4 pass.</summary>
public sealed class ShareAttribute() : ValidationAttribute("Phải từ 0 đến 100.")
{
    public override bool IsValid(object? value) => value is null or (decimal and >= 0 and <= 100);
}

/// <summary>A calendar day that can be meant, 01/01/1945–31/12/2200: days near the ends of the calendar would fail in reckoning with them.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CivilDayAttribute() : ValidationAttribute("Ngày phải trong khoảng từ 01/01/1945 đến 31/12/2200.")
{
    private static readonly DateOnly First = new(1945, 1, 1);

    private static readonly DateOnly Last = new(2200, 12, 31);

    public override bool IsValid(object? value) => value is null || (value is DateOnly day && day >= First && day <= Last);
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

public static class Validation
{
    /// <summary>What the attributes of a record find wrong with an object that did not come in as a body of its own; null when nothing.</summary>
    public static async Task<Problem?> FaultsAsync<T>(T item, HttpContext http) where T : class
    {
        var options = http.RequestServices.GetRequiredService<IOptions<ValidationOptions>>().Value;
        if (!options.TryGetValidatableTypeInfo(typeof(T), out var type))
            throw new InvalidOperationException($"{typeof(T).Name} has no generated validation.");
        var context = new ValidateContext { ValidationOptions = options, ValidationContext = new ValidationContext(item, http.RequestServices, null) };
        await type.ValidateAsync(item, context, http.RequestAborted);
        return context.ValidationErrors is { Count: > 0 } errors
            ? CommonProblems.Invalid with { Errors = [.. errors.SelectMany(e => e.Value.Select(text => new FieldError(Errors.Pointer(e.Key), text)))] }
            : null;
    }
}
