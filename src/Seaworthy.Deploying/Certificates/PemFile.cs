namespace Seaworthy.Deploying.Certificates;

/// <summary>A text of PEM, and how messages name it.</summary>
public sealed record PemFile(string Name, string Text)
{
    /// <summary>The text may hold a key.</summary>
    public override string ToString() => Name;
}
