namespace Seaworthy.LanguageServer.Tools;

/// <summary>What a client gets.</summary>
/// <param name="IsRefused">It says why there is no answer, and what the client may change.</param>
internal sealed record ToolAnswer(string Text, bool IsRefused = false)
{
    public static ToolAnswer Refused(string why) => new(why, IsRefused: true);
}
