namespace Emulation.Documents.FormCheck.Pdf;

/// <summary>An affine transformation as PDF writes it.</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static readonly Matrix Identity = new(1, 0, 0, 1, 0, 0);

    /// <summary>How much a length along the line grows.</summary>
    public double Across => Math.Sqrt(A * A + B * B);

    /// <summary>How much a height grows.</summary>
    public double Up => Math.Sqrt(C * C + D * D);

    public static Matrix Of(double[] n) => new(n[0], n[1], n[2], n[3], n[4], n[5]);

    public Matrix Then(Matrix next) => new(
        A * next.A + B * next.C, A * next.B + B * next.D,
        C * next.A + D * next.C, C * next.B + D * next.D,
        E * next.A + F * next.C + next.E, E * next.B + F * next.D + next.F);

    public (double X, double Y) Apply(double x, double y) => (A * x + C * y + E, B * x + D * y + F);
}
