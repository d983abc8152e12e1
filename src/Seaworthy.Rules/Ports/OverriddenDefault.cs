using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A variable of a container with a default that leads to another service, and the line of a template that would replace it.</summary>
internal sealed record OverriddenDefault(
    ComposeStack Stack,
    ComposeService Service,
    ComposeVariable Variable,
    TemplatePart Part,
    EnvEntry Entry,
    ComposeService Callee
);
