using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>What tells Home Assistant's Supervisor of an app (an add-on): which image it runs, with which settings.</summary>
/// <remarks>Source: Home Assistant developer documentation, "App configuration".</remarks>
public sealed record HomeAssistantApp(SourceFile File) : Artifact(File);
