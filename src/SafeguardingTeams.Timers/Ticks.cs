using Microsoft.Azure.Functions.Worker;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.Timers;

/// <summary>Answers a tick: takes its time, waits for storage, and only then asks for what sweeps.</summary>
internal sealed class Ticks(TriggerTime time, Preparation preparation, IServiceProvider services, ILogger<Ticks> logger)
{
    /// <summary>Runs a sweep.</summary>
    /// <param name="context">The invocation.</param>
    /// <param name="sweep">What is run. Its token fires when the host stops or the run has had its time: the next tick goes on.</param>
    /// <exception cref="SweepFailedException">It failed: the host tries again and logs why.</exception>
    internal async Task RunAsync(TimerInfo timer, FunctionContext context, Func<IServiceProvider, CancellationToken, Task> sweep)
    {
        time.Follow(timer.ScheduleStatus?.Next, context.BindingContext.BindingData);
        var stop = context.CancellationToken;
        try
        {
            await preparation.ReadyAsync(stop);
            await services.GetRequiredService<StorageVersion>().CheckAsync(stop);
            await sweep(services, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            TimersLog.LetGo(logger, context.FunctionDefinition.Name);
            throw;
        }
        catch (NewerTableException e)
        {
            TimersLog.Newer(logger, e.Message);
            throw new SweepFailedException(context.FunctionDefinition.Name, e);
        }
        catch (Exception e)
        {
            throw new SweepFailedException(context.FunctionDefinition.Name, e);
        }
    }
}
