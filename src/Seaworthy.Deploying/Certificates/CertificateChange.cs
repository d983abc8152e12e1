namespace Seaworthy.Deploying.Certificates;

/// <summary>A host gets another certificate.</summary>
/// <param name="From">Where it comes from, for messages.</param>
public sealed record CertificateChange(string Host, string From, DateTimeOffset NotAfter);
