using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Emulation.Documents.Domain;
using Emulation.Documents.Signing.Trust;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Signing.Verification;

/// <summary>Says of the signatures that a file carries who made them, in which order, and what they are worth.</summary>
internal sealed class SignatureJudge(TrustedRoots roots)
{
    /// <param name="pdf">The file.</param>
    /// <param name="file">Its signatures.</param>
    /// <param name="known">Registered certificates by thumbprint.</param>
    /// <param name="date">Date of the document where the file does not say it.</param>
    public VerificationReport Judge(byte[] pdf, FileSignatures file, IReadOnlyDictionary<string, SigningCertificate> known, DateOnly? date = null)
    {
        var signatures = file.Signatures.Select((signature, i) => JudgeOne(signature, i + 1, known)).ToArray();
        var remarks = Remarks(signatures, file.Date ?? date);
        if (file.Removed)
            remarks.Add("Tệp còn dữ liệu của chữ ký đã bị gỡ khỏi biểu mẫu.");
        var worst = file.Removed ? VerificationOutcome.NotIntact : signatures.Length == 0 ? VerificationOutcome.Unsigned : signatures.Max(s => s.Outcome);
        var outcome = worst == VerificationOutcome.Valid && remarks.Count > 0 ? VerificationOutcome.ValidWithRemarks : worst;
        return new VerificationReport
        {
            Outcome = outcome,
            Summary = Sentence(outcome, signatures),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(pdf)),
            Number = file.Number,
            Date = file.Date,
            Signatures = signatures,
            Remarks = [.. remarks],
        };
    }

    private SignatureReport JudgeOne(FileSignature signature, int order, IReadOnlyDictionary<string, SigningCertificate> known)
    {
        var remarks = new List<string>(signature.Faults);
        var outcome = signature.Faults.Count > 0 ? VerificationOutcome.NotIntact : VerificationOutcome.Valid;
        var forbidden = signature.ChangesAfter.Where(c => c.Kind == ChangeKind.ContentChanged).ToList();
        if (forbidden.Count > 0)
        {
            outcome = VerificationOutcome.NotIntact;
            remarks.Add("Sau khi ký, tệp bị thay đổi ngoài phạm vi cho phép (chỉ được thêm chữ ký, điền số và ngày tháng).");
        }

        var at = signature.Stamp?.TokenInfo.Timestamp ?? signature.ClaimedTime;
        var certificate = signature.Certificate;
        var holder = certificate is null ? null : known.GetValueOrDefault(SigningCertificate.ThumbprintOf(certificate));
        if (certificate is not null)
        {
            if (roots.Refusal(certificate, signature.Others, at ?? certificate.NotBefore) is { } refused)
                Mark(VerificationOutcome.SignerUnknown, $"Chứng thư số {refused}.");
            if (holder is null)
                Mark(VerificationOutcome.SignerUnknown, "Chứng thư số chưa được đăng ký cho người hoặc cơ quan nào trong hệ thống.");
            else if (holder.RevokedAt is { } revoked && (at is null || at >= revoked))
                Mark(VerificationOutcome.SignerUnknown, $"Chứng thư số đã ngừng sử dụng từ {Time(revoked)}.");
            else if (holder.RevokedAt is { } ended && signature.Stamp is null)
                Mark(VerificationOutcome.ValidWithRemarks, $"Chứng thư số đã ngừng sử dụng từ {Time(ended)}; thời điểm ký do bên ký tự ghi, không có dấu thời gian.");
            if (at is null)
                Mark(VerificationOutcome.ValidWithRemarks, "Chữ ký không ghi thời điểm ký.");
            JudgeStamp(signature, Mark);
        }

        return new SignatureReport
        {
            Order = order,
            Outcome = outcome,
            Role = holder?.Role,
            SignerName = holder?.HolderName ?? certificate?.GetNameInfo(X509NameType.SimpleName, false) ?? "Không rõ",
            Position = holder?.Position,
            UnitCode = holder?.UnitCode,
            SignedAt = at is { } instant ? VietnamTime.Local(instant) : null,
            TimeWitnessed = signature.Stamp is not null && signature.StampCertificate is not null,
            Issuer = certificate?.GetNameInfo(X509NameType.SimpleName, true),
            Stamp = [signature.ClaimedTime is { } claimed ? VietnamTime.Local(claimed).ToString("yyyy-MM-dd'T'HH:mm:ss'+0700'", CultureInfo.InvariantCulture) : "", signature.Location ?? "", signature.Reason ?? ""],
            CoversWholeFile = signature.CoversWholeFile,
            Remarks = [.. remarks],
            ChangesAfter = [.. signature.ChangesAfter],
        };

        void Mark(VerificationOutcome least, string remark)
        {
            outcome = outcome < least ? least : outcome;
            remarks.Add(remark);
        }
    }

    private void JudgeStamp(FileSignature signature, Action<VerificationOutcome, string> mark)
    {
        if (signature.Stamp is not { } stamp || signature.StampCertificate is not { } by)
            return;
        if (roots.Refusal(by, stamp.AsSignedCms().Certificates, stamp.TokenInfo.Timestamp, forTimeStamps: true) is { } refused)
            mark(VerificationOutcome.ValidWithRemarks, $"Dấu thời gian: chứng thư số {refused}.");
        if (signature.ClaimedTime is { } claimed && (stamp.TokenInfo.Timestamp - claimed).Duration() > TimeSpan.FromMinutes(10))
            mark(VerificationOutcome.ValidWithRemarks, $"Giờ ghi trong chữ ký khác dấu thời gian ({Time(stamp.TokenInfo.Timestamp)}).");
    }

    /// <summary>Person first, then the agency (LTN-26-30/K.2); several signatures of the agency are one act of issuing.</summary>
    private static List<string> Remarks(SignatureReport[] signatures, DateOnly? date)
    {
        var remarks = new List<string>();
        var persons = signatures.Where(s => s.Role == SignerRole.Person).ToList();
        var agencies = signatures.Where(s => s.Role == SignerRole.Organisation).ToList();
        if (persons.Count > 0 && agencies.Count > 0)
        {
            if (agencies[0].Order < persons[0].Order)
                remarks.Add("Chữ ký của cơ quan có trước chữ ký của người có thẩm quyền: sai thứ tự.");
            else if (persons[^1].Order > agencies[0].Order)
                remarks.Add("Có chữ ký cá nhân sau khi cơ quan đã ký ban hành: sai thứ tự.");
            if (agencies.Select(a => a.UnitCode).Concat(persons.Select(p => p.UnitCode)).Distinct().Count() > 1)
                remarks.Add("Người ký và cơ quan ký không thuộc cùng một đơn vị.");
        }
        else if (persons.Count > 0)
        {
            remarks.Add("Chưa có chữ ký số của cơ quan: văn bản chưa ban hành.");
        }
        else if (agencies.Count > 0)
        {
            remarks.Add("Chưa có chữ ký số của người có thẩm quyền.");
        }

        // C-29, HA-25/K.3: a document dated on another day than it was signed.
        if (date is { } dated && persons.FirstOrDefault()?.SignedAt is { } at && DateOnly.FromDateTime(at.DateTime) is var day && day != dated)
            remarks.Add($"Văn bản ghi ngày {dated:dd/MM/yyyy} nhưng được ký ngày {day:dd/MM/yyyy}.");
        return remarks;
    }

    private static string Sentence(VerificationOutcome outcome, SignatureReport[] signatures) => outcome switch
    {
        VerificationOutcome.Unsigned => "Tệp chưa có chữ ký số nào: đây là dự thảo hoặc bản in để ký giấy.",
        VerificationOutcome.Valid => $"Hợp lệ: {Count(signatures)}, nội dung không thay đổi kể từ khi ký.",
        VerificationOutcome.ValidWithRemarks => $"Hợp lệ nhưng có điều cần lưu ý: {Count(signatures)}, nội dung không thay đổi kể từ khi ký.",
        VerificationOutcome.SignerUnknown => "Nội dung không thay đổi kể từ khi ký, nhưng chưa xác định được người ký.",
        _ => "Không hợp lệ: tệp không còn nguyên vẹn so với khi ký.",
    };

    private static string Count(SignatureReport[] signatures)
    {
        var agencies = signatures.Count(s => s.Role == SignerRole.Organisation);
        return agencies == 0 ? $"{signatures.Length} chữ ký" : $"{signatures.Length - agencies} chữ ký cá nhân và {agencies} chữ ký của cơ quan";
    }

    private static string Time(DateTimeOffset at) => VietnamTime.Local(at).ToString("HH:mm:ss dd/MM/yyyy", CultureInfo.InvariantCulture);
}
