using System.ComponentModel.DataAnnotations;

namespace Emulation.Scoring.Domain.IndexSets;

/// <summary>Code in the tree: letters, digits, dots between them.</summary>
public sealed class LeafCodeAttribute : RegularExpressionAttribute
{
    public LeafCodeAttribute() : base(@"^[\p{L}0-9]{1,8}(\.[\p{L}0-9]{1,8}){0,3}$") => ErrorMessage = "Mã gồm chữ cái, chữ số, ngăn bằng dấu chấm: III.3.1.";

    // The framework's own lets the empty text pass.
    public override bool IsValid(object? value) => value is not "" && base.IsValid(value);
}
