using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A variable whose default points to another service, and the template line that would replace it.</summary>
internal sealed record OverriddenDefault(
    ComposeStack Stack,
    ComposeService Service,
    ComposeVariable Variable,
    TemplatePart Part,
    EnvEntry Entry,
    ComposeService Callee
);
