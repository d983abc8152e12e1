using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>One component reads most likely the same variable under two names, at different places.</summary>
internal sealed record TwoNames(Component Component, EnvironmentRead One, EnvironmentRead Other);
