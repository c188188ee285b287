using Azure.Core;
using Azure.Core.Pipeline;

namespace SafeguardingTeams.App.Tests;

/// <summary>Counts what goes to storage: at the client's own pipeline, so nothing is missed.</summary>
internal sealed class RequestCount : HttpPipelineSynchronousPolicy
{
    internal int Reads { get; private set; }

    internal int Transactions { get; private set; }

    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.Request.Method == RequestMethod.Get)
        {
            Reads++;
        }
        else
        {
            Transactions++;
        }
    }

    internal (int Reads, int Transactions) Since((int Reads, int Transactions) before) =>
        (Reads - before.Reads, Transactions - before.Transactions);

    internal (int Reads, int Transactions) Now => (Reads, Transactions);
}
