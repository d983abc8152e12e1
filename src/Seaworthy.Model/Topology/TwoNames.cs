using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Model.Topology;

/// <summary>One component reads what is most likely one thing under two names, at different places.</summary>
public sealed record TwoNames(Component Component, EnvironmentRead One, EnvironmentRead Other);
