using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Elixir;

/// <summary>The port of a Phoenix endpoint: <c>config :shop, ShopWeb.Endpoint, http: [port: …]</c>.</summary>
/// <remarks>Source: Phoenix documentation, "Phoenix.Endpoint", Runtime configuration.</remarks>
internal sealed class PhoenixEndpoint : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        var trees = reading.Trees;
        for (var at = 0; at + 2 < trees.Count; at++)
        {
            if (!trees.Is(at, "http") || !trees.Is(at + 1, ":") || !trees.IsOpen(at + 2, Brackets.Square))
            {
                continue;
            }

            foreach (var pair in trees.Split(trees.Inside(at + 2), ","))
            {
                if (trees.Is(pair.First, "port") && trees.Is(pair.First + 1, ":"))
                {
                    TokenRange value = new(pair.First + 2, pair.End);
                    reading.Listeners.Add(new Listener(reading.Value(value, null), null, "phoenix", trees.Span(value)));
                }
            }
        }
    }
}
