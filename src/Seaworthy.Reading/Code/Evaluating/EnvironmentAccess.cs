using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Code.Evaluating;

/// <summary>An expression that reads an environment variable, with the default that is part of it (<c>os.getenv("X", "d")</c>).</summary>
internal sealed record EnvironmentAccess(string Name, CodeValue? Default);
