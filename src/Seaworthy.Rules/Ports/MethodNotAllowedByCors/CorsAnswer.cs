using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A component that lists the methods which pages of other origins may use, and the front ends that may call it.</summary>
/// <param name="Component">Answers the browser's question.</param>
/// <param name="Settings">Each says some of the methods.</param>
/// <param name="FrontEnds">What browsers run, other than the component.</param>
internal sealed record CorsAnswer(Component Component, IReadOnlyList<FrameworkSetting> Settings, IReadOnlyList<Component> FrontEnds)
{
    /// <summary>Upper case, where each is written; <c>*</c> for all.</summary>
    public IReadOnlyList<Fact<string>> Allowed { get; init; } = [];

    /// <summary>Why others may be allowed; null when nothing suggests it.</summary>
    public string? UnknownBecause { get; init; }

    /// <summary>Requests of front ends to routes of the component.</summary>
    public IReadOnlyList<PageCall> Calls { get; init; } = [];

    public bool Allows(string method) => Allowed.Any(one => one.Value == "*" || one.Value == method);
}
