using System.Globalization;
using Seaworthy.Engine.Suppressing;

namespace Seaworthy.Engine.Reporting;

/// <summary>A suppression in words.</summary>
public static class SuppressionText
{
    /// <summary><c>comment, compose.yaml:4: the vendor's loader takes the last (until 2027-01-31)</c>; empty for a finding that counts.</summary>
    public static string Of(Suppression? suppression) =>
        suppression is null
            ? ""
            : $"{Kind(suppression.Kind)}, {suppression.Place}: {suppression.Reason}{(Day(suppression.Until) is { } day ? $" (until {day})" : "")}";

    /// <summary>As JSON writes it.</summary>
    public static string Kind(SuppressionKind kind) =>
        kind switch
        {
            SuppressionKind.Comment => "comment",
            SuppressionKind.Configuration => "configuration",
            _ => "baseline",
        };

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
