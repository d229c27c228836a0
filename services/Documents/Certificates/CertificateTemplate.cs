namespace Emulation.Documents.Certificates;

/// <summary>How a form of award is printed, as data: <c>certificate-templates/*.json</c>. Lengths in millimetres from the upper left corner of the page, sizes of letters in points.</summary>
public sealed record CertificateTemplate
{
    /// <summary>Stable name, in lower case with hyphens.</summary>
    public required string Code { get; init; }

    /// <summary>Name for officials, in Vietnamese.</summary>
    public required string Name { get; init; }

    /// <summary>Beginnings of the names of awards that are printed so: <c>Giấy khen</c>.</summary>
    public required string[] Awards { get; init; }

    /// <summary>The unit whose own template it is; null = for every unit that has none of its own.</summary>
    public string? UnitCode { get; init; }

    /// <summary>True for the one taken when nobody chooses, among those for the same awards and unit.</summary>
    public bool Default { get; init; }

    /// <summary>Rules and patterned bands around the page, from the outside in.</summary>
    public required TemplateBorder[] Borders { get; init; }

    public required TemplateEmblem Emblem { get; init; }

    public required TemplateBox[] Boxes { get; init; }

    public required TemplateQr Qr { get; init; }
}

/// <summary>A rule, or a band of a repeated pattern. Bands leave the corners plain: the form has no patterns there (Nghị định 98/2023/NĐ-CP Điều 104).</summary>
public sealed record TemplateBorder
{
    /// <summary>Distance of the outer edge from the edge of the paper.</summary>
    public required double Inset { get; init; }

    /// <summary>Width of the rule, in points; 0 draws none.</summary>
    public double Stroke { get; init; }

    /// <summary>Colour of the rule: <c>#B3262E</c>.</summary>
    public string? Colour { get; init; }

    /// <summary>Height of a patterned band; 0 = a rule only.</summary>
    public double Band { get; init; }

    /// <summary>File of the cell that the band repeats.</summary>
    public string? Pattern { get; init; }

    /// <summary>Ground of the band; null leaves the paper.</summary>
    public string? Ground { get; init; }
}

/// <summary>Quốc huy at the head of the page. The official artwork is not shipped; the installation puts its file in place of the neutral star.</summary>
public sealed record TemplateEmblem
{
    /// <summary>File of shapes (<c>.json</c>) or picture (<c>.png</c>).</summary>
    public required string Asset { get; init; }

    public required double Top { get; init; }

    public required double Height { get; init; }
}

/// <summary>A column of lines. What is too long is set smaller, down to the smallest size of each line.</summary>
public sealed record TemplateBox
{
    public required double Left { get; init; }

    public required double Top { get; init; }

    public required double Width { get; init; }

    public required double Height { get; init; }

    /// <summary><c>top</c>, <c>middle</c> or <c>bottom</c>.</summary>
    public string Anchor { get; init; } = "top";

    public required TemplateLine[] Lines { get; init; }
}

/// <summary>A line, which may run over several. It is left out when all it names is empty.</summary>
public sealed record TemplateLine
{
    /// <summary>Text with names in braces: <c>{authority}</c>, <c>{name}</c>, <c>{post}</c>, <c>{achievement}</c>, <c>{award}</c>, <c>{decision}</c>, <c>{date}</c>, <c>{order}</c>, <c>{placeAndDate}</c>, <c>{signerFor}</c> (“KT. CHỦ TỊCH”), <c>{signerPost}</c>, <c>{signerName}</c>.</summary>
    public required string Text { get; init; }

    public required double Size { get; init; }

    /// <summary>Smallest size; null = never smaller.</summary>
    public double? MinSize { get; init; }

    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public bool Capitals { get; init; }

    public string Colour { get; init; } = "#000000";

    /// <summary><c>left</c>, <c>centre</c> or <c>right</c>.</summary>
    public string Align { get; init; } = "centre";

    /// <summary>Room above, in millimetres; it shrinks with the letters.</summary>
    public double Before { get; init; }

    /// <summary>True draws a rule as long as the line below it.</summary>
    public bool Rule { get; init; }
}

/// <summary>Place of the QR code; its quiet zone lies inside.</summary>
public sealed record TemplateQr
{
    public required double Left { get; init; }

    public required double Top { get; init; }

    public required double Size { get; init; }
}

/// <summary>Shapes of an emblem or of one cell of a pattern: <c>certificate-templates/assets/*.json</c>.</summary>
public sealed record TemplateAsset
{
    public required double Width { get; init; }

    public required double Height { get; init; }

    public required AssetShape[] Shapes { get; init; }
}

/// <summary>One path.</summary>
public sealed record AssetShape
{
    /// <summary>Commands <c>M L H V C Z</c> with absolute numbers, as in SVG.</summary>
    public required string Path { get; init; }

    public string? Fill { get; init; }

    public string? Stroke { get; init; }

    /// <summary>Width of the line in units of the asset.</summary>
    public double Width { get; init; } = 1;
}
