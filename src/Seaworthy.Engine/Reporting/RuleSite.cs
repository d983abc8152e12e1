using System.Reflection;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting;

/// <summary>Where the pages of rules are published. A build that knows the address states it: <c>-p:RulePagesAddress=https://example.org/seaworthy</c>.</summary>
public static class RuleSite
{
    /// <summary>Where the site begins; null in a build that publishes none.</summary>
    public static string? Address { get; } =
        typeof(RuleSite)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => metadata.Key == "RulePagesAddress")
            ?.Value?.TrimEnd('/');

    /// <summary>The address of a rule's page; null in a build that publishes none.</summary>
    public static string? AddressOf(RuleInfo rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Address is { Length: > 0 } address ? $"{address}/{rule.Id}.html" : null;
    }
}
