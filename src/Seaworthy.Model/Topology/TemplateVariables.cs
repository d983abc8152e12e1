using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.DotEnv;

namespace Seaworthy.Model.Topology;

/// <summary>A template of an env file beside the code it is for: names that only one of the two knows.</summary>
/// <param name="Components">Whose variables it documents.</param>
/// <param name="Undocumented">Variables the code cannot do without, in no template and no env file.</param>
/// <param name="NeverRead">Entries whose name no other file of the repository holds.</param>
public sealed record TemplateVariables(
    EnvFile Template,
    IReadOnlyList<Component> Components,
    IReadOnlyList<EnvironmentRead> Undocumented,
    IReadOnlyList<EnvEntry> NeverRead
)
{
    /// <summary>Those of <see cref="NeverRead"/> that most likely are the name of something that is read and set by nothing.</summary>
    public IReadOnlyList<NearVariable> Near { get; init; } = [];
}
