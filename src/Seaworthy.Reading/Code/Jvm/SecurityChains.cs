using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Code.Jvm;

/// <summary>A filter chain of Spring Security that lets every other request through: <c>anyRequest().permitAll()</c>.</summary>
/// <remarks>Source: Spring Security reference, "Authorize HttpServletRequests", "Authorize ServerHttpRequest".</remarks>
internal sealed class SecurityChains : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            if (call is { Name: "permitAll", Receiver.Name: "anyRequest" or "anyExchange" })
            {
                reading.Settings.Add(
                    new FrameworkSetting(
                        FrameworkSetting.PermitsAll,
                        new CodeValue.Literal("anyRequest().permitAll()", call.Span),
                        call.Span
                    )
                );
            }
        }
    }
}
