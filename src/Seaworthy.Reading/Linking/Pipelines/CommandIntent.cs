using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>A command and what it is for.</summary>
internal sealed record CommandIntent(ShellCommand Command, StepIntent Intent);
