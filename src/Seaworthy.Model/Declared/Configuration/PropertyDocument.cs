namespace Seaworthy.Model.Declared.Configuration;

/// <summary>Properties that hold together: a file, or one document of a file of several.</summary>
/// <param name="Condition">The profiles for which it holds, as written (<c>prod | staging</c>, <c>!test</c>); null when it always does.</param>
public sealed record PropertyDocument(string? Condition, IReadOnlyList<ApplicationProperty> Properties)
{
    /// <summary>Whether it holds with these profiles active.</summary>
    /// <remarks>Source: Spring Framework, <c>Profiles.of</c>. Expressions with both signs and brackets are taken to hold for no profile.</remarks>
    public bool Holds(IReadOnlyCollection<string> active)
    {
        ArgumentNullException.ThrowIfNull(active);
        return Condition is null
            || Condition
                .Split([',', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Any(either => either.Split('&', StringSplitOptions.TrimEntries).All(profile => IsActive(profile, active)));
    }

    private static bool IsActive(string profile, IReadOnlyCollection<string> active) =>
        profile.StartsWith('!')
            ? !active.Contains(profile[1..].Trim(), StringComparer.Ordinal)
            : active.Contains(profile, StringComparer.Ordinal) || (profile == "default" && active.Count == 0);
}
