using System.Linq.Expressions;
using Emulation.Documents.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Documents;

/// <summary>Who sees what, as part of the query.</summary>
internal static class Visibility
{
    /// <summary>Documents of the caller's unit and below; and issued ones that name a nominee which that unit proposed, for a decision is sent to all it names.</summary>
    public static IQueryable<Document> ReadableBy(this IQueryable<Document> documents, CurrentUser user)
    {
        if (user.SeesWholeCity)
            return documents;
        var own = user.UnitCode;
        var below = own + "-";
        return documents.Where(d => d.UnitCode == own || d.UnitCode.StartsWith(below)
            || (d.State == DocumentState.Issued && d.Lines.Any(l => l.ProposingUnitCode == own || EF.Functions.Like(l.ProposingUnitCode, below + "%"))));
    }

    public static readonly Expression<Func<Document, DocumentSummary>> Summary = d => new DocumentSummary
    {
        Id = d.Id,
        Type = d.TypeCode,
        Kind = d.Type,
        Abstract = d.Abstract,
        State = d.State,
        Version = d.Version,
        UnitCode = d.UnitCode,
        UnitName = d.UnitName,
        CampaignName = d.CampaignName,
        Year = d.Year,
        Level = d.Level,
        DecisionId = d.DecisionId,
        LineCount = d.Lines.Count,
        ExpectedCount = d.Expected,
        Symbol = d.Symbol,
        Date = d.Date,
        UpdatedAt = d.UpdatedAt,
    };

    /// <summary>The same for a document at hand.</summary>
    public static readonly Func<Document, DocumentSummary> Summarise = Summary.Compile();
}
