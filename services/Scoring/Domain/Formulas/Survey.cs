using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>F11: the maximum times the result of the survey. Only the city enters it.</summary>
public sealed record Survey : Formula
{
    internal override InputKinds Accepts => InputKinds.SurveyPercent;

    internal override IEnumerable<FieldError> Faults(decimal max) => [];

    protected override decimal? Points(LeafInput input, decimal max, decimal? blockMean) => max * input.SurveyPercent!.Value / 100;
}
