namespace Seaworthy.Model.Declared.Secrets;

/// <summary>An X.509 certificate: who it is for, who vouches for that, and until when.</summary>
/// <remarks>RFC 5280, sections 4.1.2.4 "Issuer", 4.1.2.5 "Validity", 4.1.2.6 "Subject" and 4.2.1.6 "Subject Alternative Name".</remarks>
public sealed record Certificate(string Subject, string Issuer)
{
    /// <summary>The host names and addresses of its subject alternative name; those in its subject no client believes any more.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Its last day, in the time of Greenwich.</summary>
    public DateOnly? Ends { get; init; }

    /// <summary>Nobody vouches for it but itself.</summary>
    public bool IsSelfSigned => Subject == Issuer;
}
