namespace Seaworthy.Reading.Code.Truths;

/// <summary>A name that keeps the text of a variable.</summary>
/// <param name="Name">The last part: <c>DEBUG</c> of <c>self.DEBUG</c>.</param>
/// <param name="Token">Where it is given the text.</param>
/// <param name="HasBoolean">The program falls back to <c>True</c> or <c>False</c>, so a boolean is meant.</param>
/// <param name="IsSetting">A framework reads it by this name, as a boolean.</param>
internal sealed record HeldText(string Name, int Token, bool HasBoolean, bool IsSetting);
