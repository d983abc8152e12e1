using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Ruby;

/// <summary>Requests that Ruby sends: Faraday, HTTParty, RestClient, Net::HTTP and their like.</summary>
/// <remarks>Source: the documentation of each gem.</remarks>
internal sealed class RubyRequests : FrameworkKnowledge
{
    private static readonly FrozenSet<string> Libraries = FrozenSet.Create(
        StringComparer.Ordinal,
        "HTTParty",
        "RestClient",
        "Faraday",
        "Net.HTTP",
        "HTTP",
        "Typhoeus",
        "Excon"
    );

    private static readonly FrozenSet<string> Verbs = FrozenSet.Create(
        StringComparer.Ordinal,
        "get",
        "post",
        "put",
        "patch",
        "delete",
        "head"
    );

    public override void Read(CodeReading reading)
    {
        var clients = Clients(reading);
        foreach (var call in reading.Syntax.Calls.Where(call => call.Receiver is null && call.Positional(0) is not null))
        {
            var method =
                Verbs.Contains(call.Name) ? call.Name.ToUpperInvariant()
                : call.Name is "get_response" ? "GET"
                : call.Name is "post_form" ? "POST"
                : null;
            if (method is not null && Libraries.Contains(call.Owner))
            {
                Add(reading, method, call, null);
            }
            else if (method is not null && (clients.Contains(call.Owner) || (call.Owner == "self.class" && clients.Contains("self.class"))))
            {
                Add(reading, method, call, call.Owner);
            }
        }
    }

    private static void Add(CodeReading reading, string method, CodeCall call, string? client) =>
        reading.Calls.Add(
            new HttpCall(method, reading.Value(call.Arguments[0].Value, call.Scope), client, call.Span)
            {
                Function = CodeScope.FunctionOf(call.Scope),
            }
        );

    /// <summary><c>@conn = Faraday.new(url: X)</c>, and <c>base_uri X</c> of a class that is a client itself.</summary>
    private static HashSet<string> Clients(CodeReading reading)
    {
        HashSet<string> clients = new(StringComparer.Ordinal);
        foreach (var call in reading.Syntax.Calls)
        {
            if (call.Path == "Faraday.new" && reading.AssignedAt(call.First) is { } assignment)
            {
                Note(clients, reading, assignment.Name, call.Named("url") ?? call.Positional(0), call);
            }
            else if (call is { Path: "base_uri", Receiver: null })
            {
                Note(clients, reading, "self.class", call.Positional(0), call);
            }
        }

        return clients;
    }

    private static void Note(HashSet<string> clients, CodeReading reading, string name, CodeArgument? start, CodeCall call)
    {
        if (start is not null && clients.Add(name))
        {
            reading.Constants.Add(new CodeConstant(name + ".baseURL", reading.Value(start.Value, call.Scope), false, call.Span));
        }
    }
}
