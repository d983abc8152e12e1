using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>Which origins a deployed component lets in.</summary>
/// <param name="Origin">Where the origins are said.</param>
/// <param name="Credentials">Where credentials are allowed besides; null when they are not.</param>
/// <param name="Treatment">What the library makes of both.</param>
internal sealed record OpenCors(Workload Workload, Component Component, SourceSpan Origin, SourceSpan? Credentials, CorsTreatment Treatment)
{
    /// <summary>The variable that would name the origins, and that nothing sets; null when the source names none.</summary>
    public string? UnsetVariable { get; init; }

    /// <summary>It knows its users by a cookie that browsers send along when another website calls.</summary>
    public bool HasCookiesForOtherSites =>
        Component.Code.Any(file => !file.IsTest && AuthenticationWords.SetCookiesForOtherSites(file.File));
}
