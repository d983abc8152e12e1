namespace Seaworthy.Deploying.Verifying.Addresses;

/// <summary>An answer without its content.</summary>
public sealed record HttpAnswer(int Status, IReadOnlyList<HttpHeader> Headers)
{
    /// <summary>All values of a header in one; null when it did not come.</summary>
    public string? Find(string name) =>
        Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).ToList()
            is [_, ..] values
            ? string.Join(", ", values)
            : null;
}
